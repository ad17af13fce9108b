import { TYPE_MX } from '../../dns/type-codes.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { isNullMx, mxAt } from '../facts/mail-domain.ts';
import { shown } from '../facts/pairing.ts';
import { rdataFields } from '../facts/rdata-fields.ts';
import { hasUnsoundMx } from '../facts/unsound-data.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A null MX beside other MX records, or with a preference (RFC 7505 section 3). */
export const mxNullMixed = defineRule({
  id: 'mx-null-mixed',
  scope: 'name',
  severity: 'error',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsoundMx,
  summary: 'MX record that says there is no mail stands beside others, or has a preference',
  check(name, records, ctx, report) {
    const all = mxAt(records, ctx);
    const none = all.find(isNullMx);
    const other = all.find((record) => !isNullMx(record));
    if (none && other) {
      report({
        at: none.at('target'),
        message: phrase`"MX 0 ." says that ${shown(ctx, name)} takes no mail, and another MX record names ${shown(ctx, other.data)}: senders may refuse to send, or not`,
        related: [{ at: other.at('target'), message: phrase`The mail server` }],
        data: { isMixed: true },
      });
      return;
    }
    for (const record of all.filter(isNullMx)) {
      const [written] = record.rdata();
      const preference = (written?.text === GENERIC ? rdataFields(record, ctx)?.[0] : written?.text) ?? '0';
      if (/^0{1,5}$/.test(preference)) continue;
      report({
        at: record.at({ rdata: 0 }),
        message: phrase`The MX record that says there is no mail has the preference 0 (RFC 7505), not ${preference}`,
        data: { isMixed: false },
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    if (!record) return [];
    if (finding.data?.isMixed === true)
      return [subject.fix(phrase`Delete "MX 0 ."`, deleteRecords(rows, [record]), { preferred: true })];
    const [preference] = record.rdata();
    return preference && preference.text !== GENERIC
      ? [
          subject.fix(phrase`Change the preference to 0`, [replaceToken(record, preference, '0')], {
            safe: true,
            preferred: true,
          }),
        ]
      : [];
  },
});

/** The form of RFC 3597, in which the preference is no word of its own. */
const GENERIC = '\\#';
