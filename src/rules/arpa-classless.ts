import { classlessRanges } from '../dns/arpa.ts';
import { ARPA4_ADDRESS, type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_NS, TYPE_PTR } from '../syntax/header.ts';
import type { Zone } from '../workspace/instance.ts';
import { addressesIn } from '../workspace/network.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { isPaired } from './pairing.ts';
import type { RuleContext } from './rule.ts';

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
  if (!parent || (held.view.index.ownerHead[address] ?? -1) >= 0) return undefined;
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

/** The address that an owner in a classless zone has its octet of; -1 where it is in none. */
export function addressBeside(owner: NameId, { store }: RuleContext): NameId {
  const { names } = store;
  const network = names.parent(names.parent(owner));
  if (names.arpaKind(network) !== ARPA4_ADDRESS - 1) return NO_NAME;
  const address = names.childText(network, names.labelText(owner));
  return names.isAddress(address) ? address : NO_NAME;
}

function isFor(pointer: ZoneRecord, address: NameId, apex: NameId, { held, store }: RuleContext): boolean {
  const octet = Number(store.names.labelText(address));
  const ranges = classlessRanges(store.names.labelText(apex));
  if (ranges.length > 0) return ranges.some(({ first, last }) => octet >= first && octet <= last);
  return pointer.data >= 0 && held.recordsAt(pointer.data, TYPE_A).some((record) => record.data === address);
}
