import { TYPE_SPF, TYPE_TXT } from '../../dns/type-codes.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { isSpf } from '../../mail/spf.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { isSpoken, textOf } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A record of type SPF, which receivers ask for no longer (RFC 7208 section 3.1). */
export const spfType99 = defineRule({
  id: 'spf-type-99',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SPF],
  tag: 'deprecated',
  summary: 'Record of type SPF, which nobody asks for any more',
  check(name, records, ctx, report) {
    for (const record of records) {
      if (record.type !== TYPE_SPF || ctx.isClaimed(record.id) || !isSpoken(record, ctx)) continue;
      const twins = texts(record, ctx);
      const isSame = twins.includes(textOf(record).joined.text);
      const rest = isSame
        ? phrase`its TXT record says the same`
        : twins.length > 0
          ? phrase`the TXT record of ${shown(ctx, name)} says something else, and only that holds`
          : phrase`${shown(ctx, name)} has no SPF in a TXT record, so it has none`;
      report({
        at: record.at('type'),
        message: phrase`Receivers ask for TXT records only (RFC 7208), not for type SPF: ${rest}`,
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    if (!record || record.generated) return [];
    const twins = texts(record, ctx);
    const { text } = textOf(record).joined;
    if (twins.includes(text))
      return [
        subject.fix(phrase`Delete the SPF record`, deleteRecords(rows, [record]), { safe: true, preferred: true }),
      ];
    if (twins.length > 0) return [subject.fix(phrase`Delete the SPF record`, deleteRecords(rows, [record]))];
    if (!isSpf(text)) return [];
    const change = replaceToken(record, record.words().type, 'TXT');
    return [subject.fix(phrase`Make it a TXT record`, [change], { safe: true, preferred: true })];
  },
});

/** The SPF records of the name that receivers see. */
function texts({ owner, zone }: ZoneRecord, ctx: RuleContext): readonly string[] {
  const records = ctx.held.recordsAt(owner, TYPE_TXT).filter((record) => record.zone === zone && !record.generated);
  return records.map((record) => textOf(record).joined.text).filter(isSpf);
}
