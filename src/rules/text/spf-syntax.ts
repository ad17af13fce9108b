import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { MailFault } from '../../mail/fault.ts';
import { isSpf, parseSpf } from '../../mail/spf.ts';
import { typeBefore } from '../../mail/tags.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { asSpf, faultReport, type MailText, textsAt } from '../facts/mail-text.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';
import { syntaxCharacter } from './syntax-character.ts';
import { syntaxParenthesis, syntaxQuote } from './text-rules.ts';

/** A mistake in an SPF record: receivers answer permerror (RFC 7208 section 4.6), or take it for none. */
export const spfSyntax = defineRule({
  id: 'spf-syntax',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasTaggedText,
  followsOnLine: [syntaxParenthesis, syntaxCharacter, syntaxQuote],
  summary: 'Mistake in an SPF record',
  check(_, records, ctx, report) {
    for (const text of textsAt(records, ctx)) {
      if (isSpf(text.joined.text)) {
        for (const fault of asSpf(text).spf.faults)
          report(
            faultReport(text, fault, {
              says: fault.isPassedOver
                ? phrase`${fault.message}: receivers pass over it`
                : phrase`${fault.message}: receivers answer permerror to the whole SPF record`,
            }),
          );
        continue;
      }
      const fault = versionFault(text);
      if (fault)
        report(faultReport(text, fault, { says: phrase`${fault.message}: receivers find no SPF record here` }));
    }
  },
  fixes: fixMeant,
});

/** What is wrong with a text that was meant as an SPF record, and is none for receivers. */
function versionFault({ joined }: MailText): MailFault | undefined {
  const { text, words } = joined;
  const [first, second] = words;
  const typed = typeBefore(text, 'spf1');
  if (typed) return typed;
  const whole = { start: 0, end: text.length };
  if (first && second && isSpf(first.text.trim()) && !text.slice(6, 7).includes(' ')) {
    const meant = words.map((word) => word.text.trim()).join(' ');
    const title = phrase`Join the strings with blanks: "${meant}"`;
    const isReadable = isSpf(meant) && parseSpf(meant).faults.length === 0 && !meant.includes('\\');
    const message = phrase`${words.length} strings are joined without blanks to "${shown(text)}"`;
    return { ...whole, message, ...(isReadable ? { meant: { ...whole, text: meant, title, isSure: true } } : {}) };
  }
  const match = /^(\s{0,8}["']?)(v\s{0,4}[=:]\s{0,4}(?:spf|sfp|psf)\s?\.?)(1?)(.?)/i.exec(text.slice(0, 40));
  if (!match) return withoutVersion(text);
  const [, lead = '', version = '', number = '', next = ''] = match;
  if (number === '' && !/[-~?+]all/i.test(text)) return undefined;
  const end = lead.length + version.length + number.length;
  const rest = text.slice(end);
  const isGlued = number === '1' && next !== '' && next !== ' ' && !/[0-9]/.test(next);
  const isPlain = number === '1' && (next === '' || next === ' ' || isGlued);
  const readable = `v=spf1${isGlued ? ` ${rest.replace(/^[;,:]/, '').trimStart()}` : rest}`;
  const place = { start: 0, end };
  const message = isGlued
    ? phrase`a blank is missing behind "v=spf1"`
    : phrase`the record must begin with "v=spf1", not with "${shown(text.split(' ', 2).join(' ').trimEnd())}"`;
  if (!isPlain || lead.includes('"') || lead.includes("'") || parseSpf(readable).faults.length > 0)
    return { ...place, message };
  const title = isGlued ? phrase`Add the blank behind "v=spf1"` : phrase`Begin with "v=spf1"`;
  return { ...place, message, meant: { ...whole, text: readable, title } };
}

/** `spf1 mx -all`: the `v=` was left out. */
function withoutVersion(text: string): MailFault | undefined {
  if (!/^spf1 (?:.* )?[-~?+]?all {0,8}$/i.test(text.slice(0, 512))) return undefined;
  const readable = `v=${text}`;
  const message = phrase`the record must begin with "v=spf1", not with "spf1"`;
  const place = { start: 0, end: 4 };
  if (parseSpf(readable).faults.length > 0) return { ...place, message };
  return { ...place, message, meant: { start: 0, end: 0, text: 'v=', title: phrase`Begin with "v=spf1"` } };
}

function shown(text: string): string {
  return text.length > 30 ? `${text.slice(0, 27)}...` : text;
}
