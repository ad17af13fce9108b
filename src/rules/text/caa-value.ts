import { TYPE_CAA } from '../../dns/type-codes.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { caaValueFault } from '../../mail/caa.ts';
import { JoinedText } from '../../mail/joined-text.ts';
import { fieldsAt } from '../facts/mail-fields.ts';
import { quotedStrings } from '../facts/mail-strings.ts';
import { hasUnsoundCaa } from '../facts/unsound-data.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';
import { syntaxCharacter } from './syntax-character.ts';
import { syntaxQuote } from './text-rules.ts';

/** A CAA value that names no authority, or no address for reports (RFC 8659 sections 4.2 to 4.4). */
export const caaValue = defineRule({
  id: 'caa-value',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_CAA],
  passesSoundTexts: true,
  wants: hasUnsoundCaa,
  followsOnLine: [syntaxCharacter, syntaxQuote],
  summary: 'CAA record whose value names no authority, or no address for reports',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_CAA, ctx)) {
      const [, tag, value] = fields;
      if (!tag || !value) continue;
      const joined = new JoinedText([value]);
      const fault = caaValueFault(tag.text, joined.text);
      if (!fault) continue;
      const { from, to } = joined.place(fault.start, fault.end);
      const { meant } = fault;
      report({
        at: record.at({ rdata: 2, stretch: { from, last: 2, to } }),
        message: fault.message,
        ...(meant ? { data: { start: meant.start, end: meant.end, text: meant.text, title: meant.title } } : {}),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const value = record?.rdata()[2];
    const { start, end, text, title } = finding.data ?? {};
    if (!record || !value || typeof start !== 'number' || typeof end !== 'number') return [];
    const { text: old } = new JoinedText([value]);
    const changes = [replaceToken(record, value, quotedStrings(`${old.slice(0, start)}${text}${old.slice(end)}`))];
    return [subject.fix(String(title), changes, { preferred: true })];
  },
});
