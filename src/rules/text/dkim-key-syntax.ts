import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isDkim, parseDkim } from '../../mail/dkim.ts';
import { isDkimOwner } from '../facts/mail-owners.ts';
import { faultReport, type MailText, stretchAt, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';
import { syntaxCharacter } from './syntax-character.ts';
import { syntaxParenthesis, syntaxQuote } from './text-rules.ts';

/** A DKIM key that receivers can not use (RFC 6376 section 3.6.1, RFC 8463). */
export const dkimKeySyntax = defineRule({
  id: 'dkim-key-syntax',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  followsOnLine: [syntaxParenthesis, syntaxCharacter, syntaxQuote],
  summary: 'DKIM key that receivers can not use',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => isDkimOwner(names, name),
  check(name, records, ctx, report) {
    const texts = textsAt(records, ctx).filter(isMeant);
    const [first, ...others] = [
      ...new Map([...texts].reverse().map((text) => [text.joined.text, text])).values(),
    ].reverse();
    for (const text of texts) {
      for (const fault of parseDkim(text.joined.text).faults)
        report(faultReport(text, fault, { says: `DKIM: ${fault.message}` }));
    }
    for (const text of others)
      report({
        at: stretchAt(text, 0, text.joined.text.length),
        message: phrase`DKIM: ${shown(ctx, name)} has ${others.length + 1} keys, and a selector has one: receivers take either`,
        ...(first ? { related: [{ at: first.record.at('rdata'), message: phrase`The other key` }] } : {}),
      });
  },
  fixes: fixMeant,
});

/** Keys need no version; other texts below `_domainkey` do without a `p`. */
function isMeant({ joined: { text } }: MailText): boolean {
  return isDkim(text) || /(?:^|;)\s{0,4}[pk]\s{0,4}=/.test(text.slice(0, 512)) || text.startsWith('-----BEGIN');
}
