import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { GENERATED, TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { dmarcOfKey } from './dmarc-held.ts';
import { ownsOnlySpf } from './mail-filters.ts';
import { isPublic } from './mail-names.ts';
import { isOfUnknownZone } from './mail-text.ts';
import { isPaired } from './pairing.ts';

/*
 * What the tables alone tell of mail domains with one MX record and no alias: in a zone of a million of them nearly all are so.
 * Undefined is said of all others, and where nobody knows.
 */

/** The MX record of a mail domain without texts, so that it has no SPF record. */
export function plainMx(ctx: RuleContext, name: NameId, first: RecordId): RecordId | undefined {
  return mayHaveText(first, ctx) ? undefined : loneMx(ctx, name, first);
}

/** The same where it certainly has no DMARC record either, of its own or above it; NO_RECORD where nobody need have one. */
export function plainMxWithoutDmarc(ctx: RuleContext, name: NameId, first: RecordId): RecordId | undefined {
  const mx = plainMx(ctx, name, first);
  const zone = mx === undefined ? undefined : ctx.store.blockOf(mx)?.instance.zone;
  if (!zone) return undefined;
  return isPublic(zone, ctx) && dmarcOfKey(name, ctx).kind === 'none' ? mx : NO_RECORD;
}

/** That of a domain with SPF whose one mail host lies below it, in the same zone, and sends its mail, but has no SPF record. */
export function plainMxOfHost(ctx: RuleContext, name: NameId, first: RecordId): RecordId | undefined {
  const { store, held, mail } = ctx;
  const mx = ownsOnlySpf(name, ctx) ? loneMx(ctx, name, first) : undefined;
  if (mx === undefined) return undefined;
  const host = store.records.data[mx] as number;
  if (held.zoneOf(host) !== store.blockOf(mx)?.instance.zone || !mail.isPlainSender(name, host)) return undefined;
  if (mayHaveText(held.view.index.firstAt(host), ctx)) return undefined;
  ctx.watch(host);
  return mx;
}

/** The one MX record of a name, which its zone answers with. */
function loneMx(ctx: RuleContext, name: NameId, first: RecordId): RecordId | undefined {
  const { store, held } = ctx;
  const { type, data, flags } = store.records;
  let mx = NO_RECORD;
  for (let id = first; id >= 0; id = store.records.nextAt(id)) {
    if (type[id] === TYPE_CNAME) return undefined;
    if (type[id] !== TYPE_MX) continue;
    if (mx !== NO_RECORD) return undefined;
    mx = id;
  }
  // A host that is only its own mail server is no domain, and one with a null MX takes no mail.
  if (mx === NO_RECORD || data[mx] === name || (data[mx] as number) <= ROOT) return undefined;
  if (((flags[mx] as number) & GENERATED) !== 0 || store.names.isWildcard(name)) return undefined;
  const zone = store.blockOf(mx)?.instance.zone;
  return zone && held.zoneOf(name) === zone && isPlainZone(zone, ctx) ? mx : undefined;
}

/** Whether among the records of a name are texts, or what may be read as one or lead to one. */
function mayHaveText(first: RecordId, { store: { records } }: RuleContext): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if (type === TYPE_TXT || type === TYPE_CNAME || type === TYPE_UNREADABLE) return true;
  }
  return false;
}

/** Whether all is known of the mail domains in a zone. */
function isPlainZone(zone: Zone, ctx: RuleContext): boolean {
  const { store, held, memory } = ctx;
  if (held.hasGaps(zone)) return false;
  const changeCount = store.changes.count;
  const { version, dnameCount } = held.view;
  let known = memory.plainMailZone;
  if (known?.zone !== zone || known.changeCount !== changeCount || known.version !== version) {
    const { names } = store;
    const isOfHosts = dnameCount === 0 && zone.apex !== ROOT && !names.isBelowOrAt(zone.apex, names.arpa);
    const isPlain = isOfHosts && isPaired(zone, ctx) && !isOfUnknownZone(names, zone.apex);
    known = { zone, changeCount, version, isPlain };
    memory.plainMailZone = known;
  }
  return known.isPlain;
}
