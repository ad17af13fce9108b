import type { NameId } from '../../dns/name-table.ts';
import { TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { dmarcFor, isEnforced } from '../facts/dmarc-held.ts';
import { isNullMx } from '../facts/mail-domain.ts';
import { ask, isPublic } from '../facts/mail-names.ts';
import { isSpoken } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { askSpf, authorises } from '../facts/spf-held.ts';
import { addRecords, type MailRecord } from '../fixes/mail-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A domain without mail that says so in one record and not in the others: null MX, `v=spf1 -all`, `p=reject`. */
export const mailParked = defineRule({
  id: 'mail-parked',
  scope: 'name',
  severity: 'information',
  types: [TYPE_MX, TYPE_TXT],
  passesSoundTexts: true,
  passesPlainMail: true,
  wants: ({ held }, name) => held.view.zones.has(name),
  summary: 'Domain without mail says so in some records and not in others',
  check(name, records, ctx, report) {
    const found = records.find(
      (record) => (record.type === TYPE_MX || record.type === TYPE_TXT) && isSpoken(record, ctx),
    );
    const zone = found?.zone;
    if (!zone || zone.apex !== name || !isPublic(zone, ctx)) return;
    const parked = parkedState(name, ctx);
    if (!parked || parked.missing.length === 0) return;
    report({
      at: parked.at.at('rdata'),
      message: phrase`${shown(ctx, name)} says by ${parked.says} that it has no mail: ${listed(parked.missing.map(({ says }) => says))} should say so too, or forgers use the name`,
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const parked = subject.record ? parkedState(subject.record.owner, ctx) : undefined;
    if (!parked || parked.missing.length === 0) return [];
    return [addRecords(subject, parked.missing)];
  },
});

interface Missing extends MailRecord {
  readonly says: string;
}

/** What tells that a domain has no mail, and the records that do not say so; undefined where it has mail, or nobody knows. */
function parkedState(name: NameId, ctx: RuleContext) {
  const mx = ask(name, TYPE_MX, ctx);
  const spf = askSpf(name, ctx);
  const nullMx = mx.kind === 'records' && mx.records.every(isNullMx) ? mx.records[0] : undefined;
  const noSender = spf.kind === 'record' && isNobody(spf.text.joined.text) ? spf.text.record : undefined;
  const hasMail = (mx.kind === 'records' && !nullMx) || (spf.kind === 'record' && authorises(spf.text));
  const at = nullMx ?? noSender;
  if (!at || hasMail || mx.kind === 'unknown' || spf.kind === 'unknown' || spf.kind === 'many') return undefined;
  const dmarc = dmarcFor(name, ctx);
  const missing: Missing[] = [];
  if (!nullMx) missing.push({ says: '"MX 0 ."', owner: name, type: 'MX', rdata: '0 .' });
  if (!noSender && spf.kind === 'none')
    missing.push({ says: phrase`the SPF record "v=spf1 -all"`, owner: name, type: 'TXT', rdata: '"v=spf1 -all"' });
  if (dmarc.kind === 'none') {
    const owner = ctx.store.names.childText(name, '_dmarc');
    missing.push({
      says: phrase`the DMARC record "v=DMARC1; p=reject"`,
      owner,
      type: 'TXT',
      rdata: '"v=DMARC1; p=reject"',
    });
  } else if (dmarc.kind === 'record' && !isEnforced(dmarc, name) && dmarc.domain !== name) return undefined;
  return { at, missing, says: nullMx ? '"MX 0 ."' : '"v=spf1 -all"' };
}

function isNobody(text: string): boolean {
  return /^v=spf1 {1,8}-all {0,8}$/i.test(text);
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? phrase`${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
