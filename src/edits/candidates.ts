import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME, TYPE_MX, TYPE_NS, TYPE_SOA } from '../dns/type-codes.ts';
import { genericName } from '../generic/generic.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { EditContext } from './context.ts';
import { isOwnerMistaken } from './meant/repeated-origin.ts';

/** Labels that no host's name has: services, and the names that Windows domain controllers register for themselves. */
const NEVER = /(?:^|\.)(?:_[^.]*|domaindnszones|forestdnszones)\./;

/**
 * The names that a PTR of an address may point to, best first: the mail host, the zone's primary or a name server, a
 * name that has the address alone, then the others in the order of the text; names made from the address come last.
 * Never a wildcard, a service's name, a name in the reverse tree, an apex that is no mail host, or a name that has its
 * zone's twice for want of a final dot.
 */
export function pointerCandidates(ctx: EditContext, address: NameId): NameId[] {
  const { held } = ctx;
  const reasons = ctx.mail.reasons(address);
  const hosts = new Set(reasons.filter(({ how }) => how !== 'spf-ip').map(({ host }) => host));
  const isMail = reasons.length > 0;
  const ranked: { name: NameId; rank: number }[] = [];
  for (const { owner, zone } of held.addressRecords(address)) {
    if (!zone || ranked.some(({ name }) => name === owner)) continue;
    const rank = rankOf(ctx, owner, hosts, isMail);
    if (owner === zone.apex && rank > 1) continue;
    if (zone.traits.responsePolicy || zone.traits.catalog || !mayBeTarget(ctx, owner)) continue;
    const isGeneric = rank > 0 && genericName(held.addressText(address) ?? '', held.text(owner)) !== undefined;
    ranked.push({ name: owner, rank: isGeneric ? rank + 10 : rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ name }) => name);
}

/** Whether a PTR may name it: it reads as a host's, is no alias, and no slip of the pen. */
export function mayBeTarget({ store, held }: EditContext, name: NameId): boolean {
  const { names } = store;
  if (!names.isHostName(name) || names.labelText(name) === 'localhost' || NEVER.test(held.text(name))) return false;
  if (names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa)) return false;
  if (held.recordsAt(name).some(({ type }) => type === TYPE_CNAME || type === TYPE_DNAME)) return false;
  return !isOwnerMistaken(store, held, name);
}

function rankOf({ held }: EditContext, name: NameId, hosts: ReadonlySet<NameId>, isMail: boolean): number {
  if (hosts.has(name)) return 0;
  const incoming = held.recordsTo(name);
  if (isMail && incoming.some(hasType(TYPE_MX))) return 1;
  if (incoming.some(hasType(TYPE_SOA)) || incoming.some(hasType(TYPE_NS))) return 2;
  const addresses = held.recordsAt(name).filter((record) => record.isAddress && record.data !== NO_NAME);
  return addresses.length === 1 ? 3 : 4;
}

function hasType(type: number): (record: ZoneRecord) => boolean {
  return (record) => record.type === type;
}
