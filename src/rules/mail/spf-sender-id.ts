import { TYPE_TXT } from '../../dns/type-codes.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { phrase } from '../../language/phrase.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { textsAt } from '../facts/mail-text.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A record of Sender ID (RFC 4406), which nobody reads any more. */
export const spfSenderId = defineRule({
  id: 'spf-sender-id',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasTaggedText,
  summary: 'Record of Sender ID, which nobody reads any more',
  check(_, records, ctx, report) {
    for (const { record, joined } of textsAt(records, ctx))
      if (/^spf2\.0\//i.test(joined.text))
        report({
          at: record.at('rdata'),
          message: phrase`Sender ID ("spf2.0/") was given up: receivers read "v=spf1" only`,
        });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    if (!subject.record) return [];
    return [
      subject.fix(phrase`Delete the Sender ID record`, deleteRecords(subject.rows, [subject.record]), {
        preferred: true,
      }),
    ];
  },
});
