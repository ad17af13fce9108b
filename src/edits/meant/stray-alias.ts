import { classlessRanges, coversOctet, octetOf } from '../../dns/arpa.ts';
import { ARPA4_ADDRESS, type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';

/** An alias of classless delegation (RFC 2317) that leads beside the name at which the PTR of its address stands. */
export interface StrayAlias {
  readonly alias: ZoneRecord;
  /** The PTR of the address, at its own octet beside the alias's target. */
  readonly pointer: ZoneRecord;
  /** The address whose PTR the alias leads to; -1 where nothing is there. */
  readonly other: NameId;
}

/**
 * Whether an alias leads beside the PTR of its address: at the target nothing is, or PTRs that another address's hosts
 * confirm, and at the address's own octet beside it stands a PTR that a host of the address confirms. Any label may be a
 * target, so nothing less tells. `watch` is given the names that the answer depends on.
 */
export function strayAlias(held: Held, alias: ZoneRecord, watch?: (name: NameId) => void): StrayAlias | undefined {
  const { names } = held.store;
  const { owner: address, data } = alias;
  if (data <= 0 || names.arpaKind(address) !== ARPA4_ADDRESS) return undefined;
  const octet = names.labelText(address);
  if (names.labelText(data) === octet) return undefined;
  const found = held.recordsAt(data);
  // Where another label has records nothing is wrong, and nothing need be watched.
  if (found.length > 0 && octetOf(names.labelText(data)) === undefined) return undefined;
  const own = names.childText(names.parent(data), octet);
  if (own === NO_NAME || own === address) return undefined;
  watch?.(own);
  const pointer = held.recordsAt(own, TYPE_PTR).find((one) => held.answers(one) && isHost(held, one.data, address));
  const zone = held.zoneOf(data);
  if (!pointer || !zone || held.hasGaps(zone)) return undefined;
  if (found.length === 0) return { alias, pointer, other: NO_NAME };
  const other = names.childText(names.parent(address), names.labelText(data));
  watch?.(other);
  const isOfOther = found.every((record) => record.type === TYPE_PTR && isHost(held, record.data, other));
  return isOfOther ? { alias, pointer, other } : undefined;
}

/**
 * The address, other than the one at hand, that a name has to be taken for where an alias leads the one at hand there: the
 * aliases of others lead there too, or its octet is that of another address of its classless zone. -1 where there is none.
 */
export function otherAddressAt(held: Held, address: NameId, owner: NameId): NameId {
  const { names } = held.store;
  if (owner === address || names.arpaKind(address) !== ARPA4_ADDRESS) return NO_NAME;
  if (names.isAddress(owner)) return owner;
  if (names.labelText(owner) === names.labelText(address)) return NO_NAME;
  const led = held.recordsTo(owner, TYPE_CNAME).find((one) => one.owner !== address && names.isAddress(one.owner));
  if (led) return led.owner;
  const octet = octetOf(names.labelText(owner));
  const child = names.parent(owner);
  const network = names.parent(address);
  if (octet === undefined || names.parent(child) !== network) return NO_NAME;
  const ranges = classlessRanges(names.labelText(child));
  const isCovered = ranges.length === 0 || ranges.some((range) => coversOctet(range, octet));
  return isCovered ? names.childText(network, names.labelText(owner)) : NO_NAME;
}

function isHost(held: Held, name: NameId, address: NameId): boolean {
  return held.recordsTo(address, TYPE_A).some((record) => record.owner === name && held.answers(record));
}
