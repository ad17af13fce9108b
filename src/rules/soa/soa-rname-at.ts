import { TYPE_SOA } from '../../dns/type-codes.ts';
import { isRefusal } from '../../edits/change.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { mailboxAdvice, mailboxName } from '../facts/mailbox-name.ts';
import { shown } from '../facts/pairing.ts';
import { MAILBOX, mailboxAts, mailboxWord } from '../facts/soa-mailbox.ts';
import { hasUnsoundSoa } from '../facts/unsound-data.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A mailbox written as a mail address: in an SOA the first label is the user, and a dot ends it (RFC 1035 section 8). */
export const soaRnameAt = defineRule({
  id: 'soa-rname-at',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SOA],
  summary: 'Mailbox of the SOA record has an @ between user and domain',
  wants: hasUnsoundSoa,
  check(name, records, ctx, report) {
    for (const record of records) {
      const word = mailboxWord(record);
      if (!word || mailboxAts(word).length === 0 || ctx.isClaimed(record.id)) continue;
      const mailbox = mailboxName(record, word.text, ctx);
      report({
        at: record.at({ rdata: MAILBOX }),
        message: phrase`"${word.text}" has an @, but in an SOA a dot ends the user: mail about ${shown(ctx, name)} reaches nobody; ${mailboxAdvice(mailbox)}`,
        data: { written: word.text, ...(isRefusal(mailbox) ? mailbox : { mailbox }) },
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    const { written, mailbox, refused } = finding.data ?? {};
    if (!record || !token || token.text !== written) return [];
    if (typeof mailbox !== 'string')
      return [subject.fix(phrase`Put a dot in the place of the @ in "${written}"`, { refused: String(refused) })];
    const title = phrase`Change the mailbox of the SOA from "${written}" to "${mailbox}"`;
    return [subject.fix(title, [replaceToken(record, token, mailbox)], { safe: true, preferred: true })];
  },
});
