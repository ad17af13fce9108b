import { addressOfReverseName } from '../../dns/arpa.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import { LONGEST_ALIAS_CHAIN } from '../../workspace/network.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';

/**
 * The address that the PTR records of an owner speak for, where the owner is no whole reverse name itself: read from the
 * label of a classless zone, -1 where nothing tells. Undefined where the owner has no PTR of the reverse tree, or where
 * the look-up of a held address comes to it anyway.
 */
export function addressOfLonePointer(held: Held, owner: NameId): NameId | undefined {
  const { names } = held.store;
  if (!names.isBelowOrAt(owner, names.inAddrArpa) && !names.isBelowOrAt(owner, names.ip6Arpa)) return undefined;
  if (names.isWildcard(owner) || held.recordsAt(owner, TYPE_PTR).length === 0) return undefined;
  const text = held.text(owner);
  if (text.startsWith('_') || text.includes('._')) return undefined;
  // Below a DNAME the PTR is none that is asked.
  if (held.pointers(owner).aliases.length > 0) return undefined;
  if (addressLeadingTo(held, owner) !== undefined) return undefined;
  const address = spelledAddress(held, owner);
  return isLookedUp(held, address) ? undefined : address;
}

/** The address that the PTR records of an owner speak for: its own, that of an alias to it, or what its name spells. */
export function addressServedAt(held: Held, owner: NameId): NameId {
  if (held.store.names.isAddress(owner)) return owner;
  return addressLeadingTo(held, owner) ?? spelledAddress(held, owner);
}

/**
 * The PTR records that stand for an address in a view, whether or not its servers answer with them: at its reverse name,
 * where the aliases from there lead, or in a classless zone whose label covers it (RFC 2317).
 */
export function pointersStanding(held: Held, address: NameId): readonly ZoneRecord[] {
  const { names } = held.store;
  let owner = address;
  for (let step = 0; step < LONGEST_ALIAS_CHAIN && owner >= 0; step++) {
    const pointers = held.recordsAt(owner, TYPE_PTR);
    if (pointers.length > 0) return pointers;
    owner = held.recordsAt(owner, TYPE_CNAME)[0]?.data ?? NO_NAME;
  }
  const octet = names.labelText(address);
  for (const apex of held.view.classlessZones(names).get(names.parent(address)) ?? []) {
    owner = names.findChild(apex, octet);
    const pointers = owner < 0 ? [] : held.recordsAt(owner, TYPE_PTR);
    if (pointers.length > 0 && addressOfReverseName(held.text(owner)) !== undefined) return pointers;
  }
  return [];
}

/** The address whose look-up comes to an owner through an alias (RFC 2317). */
function addressLeadingTo(held: Held, owner: NameId): NameId | undefined {
  const { names } = held.store;
  return held.recordsTo(owner, TYPE_CNAME).find((alias) => names.isAddress(alias.owner) && held.answers(alias))?.owner;
}

/** Whether a record has the address, so that its own PTR records are looked at. */
function isLookedUp({ view }: Held, address: NameId): boolean {
  return address !== NO_NAME && view.index.firstTo(address) >= 0;
}

/** What the label of a held classless zone tells. Where the zone above is held, its aliases and delegations tell. */
function spelledAddress(held: Held, owner: NameId): NameId {
  const { names } = held.store;
  if (!held.view.zones.has(names.parent(owner))) return NO_NAME;
  const read = addressOfReverseName(held.text(owner));
  if (read?.family !== 4) return NO_NAME;
  const address = names.reverse.ip4Key(read.address);
  return held.zoneOf(address) || held.isDelegated(address) ? NO_NAME : address;
}
