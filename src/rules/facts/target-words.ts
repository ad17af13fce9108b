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
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { addressesIn } from './server-in-zone.ts';

/** Which word of the rdata is the name that the record leads to; PTR records have rules of their own. */
const PLACES: ReadonlyMap<number, number> = new Map([
  [TYPE_NS, 0],
  [TYPE_CNAME, 0],
  [TYPE_DNAME, 0],
  [TYPE_SOA, 0],
  [TYPE_MX, 1],
  [TYPE_AFSDB, 1],
  [TYPE_RT, 1],
  [TYPE_KX, 1],
  [TYPE_SRV, 3],
]);

/** The types whose targets are looked at. */
export const targetTypes: readonly number[] = [...PLACES.keys()];

/** The target of a record as written, and its place in the rdata. */
export function targetWord(record: ZoneRecord): { readonly word: Token; readonly place: number } | undefined {
  const place = PLACES.get(record.type);
  const word = place === undefined ? undefined : record.rdata()[place];
  return word && place !== undefined ? { word, place } : undefined;
}

/** Whether `ns-no-address` says all of a name server: servers refuse its zone. */
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
