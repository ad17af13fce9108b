import type { NameId } from '../../dns/name-table.ts';
import {
  TYPE_AFSDB,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_KX,
  TYPE_MX,
  TYPE_NS,
  TYPE_RT,
  TYPE_SOA,
  TYPE_SRV,
} from '../../dns/type-codes.ts';
import { leadingWord } from '../../syntax/rdata/types.ts';
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { addressesIn } from './server-in-zone.ts';

/** The types whose targets are looked at; PTR records have rules of their own. */
export const targetTypes: readonly number[] = [
  TYPE_NS,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_SOA,
  TYPE_MX,
  TYPE_AFSDB,
  TYPE_RT,
  TYPE_KX,
  TYPE_SRV,
];

/** The target of a record as written, and its place in the rdata. */
export function targetWord(record: ZoneRecord): { readonly word: Token; readonly place: number } | undefined {
  const place = targetTypes.includes(record.type) ? leadingWord(record.type) : undefined;
  const word = place === undefined ? undefined : record.rdata()[place];
  return word && place !== undefined ? { word, place } : undefined;
}

/** Whether `ns-no-address` says all of a name server: BIND refuses its zone. */
export function isRefusedServer({ type, owner, data, zone }: ZoneRecord, ctx: RuleContext): boolean {
  if (type !== TYPE_NS || !zone || owner !== zone.apex || !ctx.store.names.isBelowOrAt(data, zone.apex)) return false;
  const { kind } = addressesIn(zone, data, ctx);
  return kind === 'none' || kind === 'renamed';
}

/** Whether a name certainly does not exist in its held zone. */
export function isAbsent(name: NameId, ctx: RuleContext): boolean {
  const answer = ctx.held.lookup(name, TYPE_SOA);
  return answer.kind === 'none' && !answer.exists && answer.aliases.length === 0;
}

/** Whether a held zone has records of a name; asked again when those change. */
export function isThere(name: NameId, ctx: RuleContext): boolean {
  ctx.watch(name);
  return ctx.held.zoneOf(name) !== undefined && ctx.held.recordsAt(name).length > 0;
}
