import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_MX } from '../../dns/type-codes.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { isSpoken } from './mail-text.ts';

/** The rules at one name are given the same records: which of them are spoken is asked once. */
const spoken = new LastAsked<readonly ZoneRecord[], readonly ZoneRecord[]>();

/** The MX records of a name that servers answer with, in their order; not those that an earlier finding explains. */
export function mxAt(records: readonly ZoneRecord[], ctx: RuleContext): readonly ZoneRecord[] {
  let all = spoken.get(records);
  if (!all) {
    all = records.filter((record) => record.type === TYPE_MX && isSpoken(record, ctx));
    spoken.set(records, all);
  }
  return all.some(({ id }) => ctx.isClaimed(id)) ? all.filter(({ id }) => !ctx.isClaimed(id)) : all;
}

/** Whether an MX record says that there is no mail (RFC 7505). */
export function isNullMx({ data }: ZoneRecord): boolean {
  return data === ROOT;
}

/**
 * The first MX record of a name that takes mail as a domain: not of a wildcard, nor of a host that is only its own mail
 * server, nor of an alias, nor in the reverse tree.
 */
export function domainWithMx(records: readonly ZoneRecord[], ctx: RuleContext): ZoneRecord | undefined {
  const { names } = ctx.store;
  const all = mxAt(records, ctx);
  const [first] = all;
  if (!first || all.some(isNullMx) || names.isWildcard(first.owner) || isBelowArpa(first.owner, ctx)) return undefined;
  if (records.some(({ type }) => type === TYPE_CNAME)) return undefined;
  const isOwn = all.every(({ data, owner }) => data === owner) && first.owner !== first.zone?.apex;
  return isOwn ? undefined : first;
}

function isBelowArpa(name: NameId, { store: { names } }: RuleContext): boolean {
  return names.isBelowOrAt(name, names.arpa);
}
