import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { GENERATED, TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { dmarcOfKey } from './dmarc-held.ts';
import { isPublic } from './mail-names.ts';
import { isOfUnknownZone } from './mail-text.ts';
import { isPaired } from './pairing.ts';

/**
 * The MX record of a plain mail domain, as the tables alone tell: of a name that has this one, and neither alias nor text, so
 * that it has no SPF record. In a zone of a million domains nearly all are so. Undefined where the name is none, or nobody knows.
 */
export function plainMx(ctx: RuleContext, name: NameId, first: RecordId): RecordId | undefined {
  const { store, held } = ctx;
  const { type, data, flags } = store.records;
  let mx = NO_RECORD;
  for (let id = first; id >= 0; id = store.records.nextAt(id)) {
    if (type[id] === TYPE_CNAME || type[id] === TYPE_TXT || type[id] === TYPE_UNREADABLE) return undefined;
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

/** The same where it certainly has no DMARC record either, of its own or above it; NO_RECORD where nobody need have one. */
export function plainMxWithoutDmarc(ctx: RuleContext, name: NameId, first: RecordId): RecordId | undefined {
  const mx = plainMx(ctx, name, first);
  const zone = mx === undefined ? undefined : ctx.store.blockOf(mx)?.instance.zone;
  if (!zone) return undefined;
  return isPublic(zone, ctx) && dmarcOfKey(name, ctx).kind === 'none' ? mx : NO_RECORD;
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
