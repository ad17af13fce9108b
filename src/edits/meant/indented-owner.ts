import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TTL_LIKE_OWNER } from '../../zone/draft.ts';

/**
 * The address that a PTR record was meant for, where a blank in front of its owner makes that its TTL: the number as an
 * owner is the address of the target, and what the record takes from above is not. Else undefined.
 */
export function indentedOwnerOf(held: Held, pointer: ZoneRecord): NameId | undefined {
  const { names, records } = held.store;
  const { owner, data: target, ttl, zone } = pointer;
  if (((records.flags[pointer.id] as number) & TTL_LIKE_OWNER) === 0 || pointer.type !== TYPE_PTR) return undefined;
  if (!zone || target === NO_NAME) return undefined;
  for (let node = owner; node > 0; node = names.up(node, zone.apex)) {
    const meant = names.findChild(node, String(ttl));
    if (meant === NO_NAME || !names.isAddress(meant)) continue;
    if (!isAddressOf(held, meant, target) || isAddressOf(held, owner, target)) return undefined;
    const isTaken = held.recordsAt(meant).some(({ type }) => type === TYPE_PTR || type === TYPE_CNAME);
    return isTaken || held.zoneOf(meant) !== zone ? undefined : meant;
  }
  return undefined;
}

function isAddressOf(held: Held, address: NameId, host: NameId): boolean {
  const { names } = held.store;
  const type = names.isBelowOrAt(address, names.ip6Arpa) ? TYPE_AAAA : TYPE_A;
  return held.recordsTo(address, type).some(({ owner }) => owner === host);
}
