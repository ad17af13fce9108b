import { classlessRanges, coversInAll, coversOctet } from '../../dns/arpa.ts';
import { ARPA4_ADDRESS, type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_CNAME, TYPE_NS, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import { addressesIn } from '../../workspace/network.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { isPaired } from './pairing.ts';

/** A PTR in a classless child zone that no alias leads to (RFC 2317). */
export interface UnledPointer {
  readonly pointer: ZoneRecord;
  readonly child: Zone;
  readonly parent: Zone;
  /** The NS record in the parent that delegates the child. */
  readonly delegation: ZoneRecord;
}

/**
 * The PTR of an address in a held classless zone, where the held zone above delegates that zone and has nothing at the
 * address. A label in no known form counts only where the PTR's target has the address.
 */
export function unledPointer(address: NameId, ctx: RuleContext): UnledPointer | undefined {
  const { held, store } = ctx;
  const { names } = store;
  const octet = names.labelText(address);
  const network = names.parent(address);
  const parent = held.enclosingZone(address);
  if (!parent || held.view.index.firstAt(address) >= 0) return undefined;
  for (const apex of held.view.classlessZones(names).get(network) ?? []) {
    const child = held.view.zoneAt(apex);
    const owner = names.findChild(apex, octet);
    if (!child || owner < 0 || !isPaired(child, ctx)) continue;
    const delegation = held.recordsAt(apex, TYPE_NS).find((record) => record.zone === parent);
    const pointer = held.recordsAt(owner, TYPE_PTR).find((record) => record.zone === child);
    if (!delegation || !pointer || !isFor(pointer, address, apex, ctx)) continue;
    const answer = held.pointers(address);
    if (answer.kind === 'none' && answer.aliases.length === 0) return { pointer, child, parent, delegation };
  }
  return undefined;
}

/**
 * All such pointers of a classless zone, lowest address first, where no alias leads to any of its PTR records: then the
 * aliases as a whole are missing. Empty elsewhere.
 */
export function unledZone(child: Zone, ctx: RuleContext): readonly UnledPointer[] {
  const { held, store } = ctx;
  const found: UnledPointer[] = [];
  for (const owner of addressesIn(store.names, child.apex)) {
    if (held.recordsAt(owner, TYPE_PTR).length === 0) continue;
    const address = addressBeside(owner, ctx);
    const unled = address >= 0 ? unledPointer(address, ctx) : undefined;
    if (unled?.child !== child) return [];
    found.push(unled);
  }
  return found;
}

/**
 * The PTR records of classless zones whose addresses, like this one, have a PTR in the zone above itself, which delegates
 * them: no alias can lead there. By zone, in the order of the addresses, with the PTR that answers for this one.
 */
export function pointersBesideAnswer(
  address: NameId,
  ctx: RuleContext,
): readonly { readonly all: readonly ZoneRecord[]; readonly seen: ZoneRecord }[] {
  const { held, store } = ctx;
  const { names } = store;
  const seen = ownPointer(address, ctx);
  if (!seen) return [];
  return (held.view.classlessZones(names).get(names.parent(address)) ?? []).flatMap((apex) => {
    const child = held.view.zoneAt(apex);
    const isDelegated = held.recordsAt(apex, TYPE_NS).some((record) => record.zone === seen.zone);
    if (!child || !isDelegated || !isPaired(child, ctx) || !asidePointer(address, child, ctx)) return [];
    const all = addressesIn(names, apex).flatMap((owner) => {
      const beside = addressBeside(owner, ctx);
      return (beside >= 0 && ownPointer(beside, ctx) && asidePointer(beside, child, ctx)) || [];
    });
    return [{ all, seen }];
  });
}

/** The PTR at an address's reverse name that its zone answers with; where there is an alias too, that is another fault. */
function ownPointer(address: NameId, { held }: RuleContext): ZoneRecord | undefined {
  if (held.recordsAt(address, TYPE_CNAME).length > 0) return undefined;
  return held.recordsAt(address, TYPE_PTR).find((record) => held.answers(record));
}

/** The PTR of an address's octet in a classless zone whose label covers it in every reading, and that no alias leads to. */
function asidePointer(address: NameId, child: Zone, { held, store }: RuleContext): ZoneRecord | undefined {
  const { names } = store;
  const octet = Number(names.labelText(address));
  if (!coversInAll(classlessRanges(names.labelText(child.apex)), octet)) return undefined;
  const owner = names.findChild(child.apex, names.labelText(address));
  if (owner < 0 || held.recordsTo(owner, TYPE_CNAME).length > 0) return undefined;
  return held.recordsAt(owner, TYPE_PTR).find((record) => record.zone === child);
}

/** The address that an owner in a classless zone has its octet of; -1 where it is in none. */
export function addressBeside(owner: NameId, { store }: RuleContext): NameId {
  const { names } = store;
  const apex = names.parent(owner);
  const network = names.parent(apex);
  if (names.isAddress(apex) || names.arpaKind(network) !== ARPA4_ADDRESS - 1) return NO_NAME;
  const address = names.childText(network, names.labelText(owner));
  return names.isAddress(address) ? address : NO_NAME;
}

function isFor(pointer: ZoneRecord, address: NameId, apex: NameId, { held, store }: RuleContext): boolean {
  const octet = Number(store.names.labelText(address));
  const ranges = classlessRanges(store.names.labelText(apex));
  if (ranges.length > 0) return ranges.some((range) => coversOctet(range, octet));
  return pointer.data >= 0 && held.recordsAt(pointer.data, TYPE_A).some((record) => record.data === address);
}
