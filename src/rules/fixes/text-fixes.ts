import type { Change, Refusal } from '../../edits/change.ts';
import { replaceInBlock } from '../../edits/change.ts';
import { phrase } from '../../language/phrase.ts';
import { LONGEST_STRING } from '../../syntax/split-string.ts';
import { type MailText, textOf } from '../facts/mail-text.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';

/** Writes what was meant, as the rule said it with the finding. */
export function fixMeant(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { meantStart, meantEnd, meantText, meantTitle, meantIsSure } = finding.data ?? {};
  if (!subject.record || typeof meantStart !== 'number' || typeof meantEnd !== 'number') return [];
  if (typeof meantText !== 'string' || typeof meantTitle !== 'string') return [];
  const changes = replaceInText(textOf(subject.record), { start: meantStart, end: meantEnd, text: meantText });
  return [subject.fix(meantTitle, changes, { preferred: true, safe: meantIsSure === true })];
}

/**
 * Replaces a stretch of a text. What spans several strings makes them one; a string without quotation marks gets them
 * where the new text needs them. Refused where a string would be too long.
 */
export function replaceInText(
  { record, joined }: MailText,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): readonly Change[] | Refusal {
  const { first, from, last, to } = joined.place(start, end);
  const one = joined.words[first];
  const other = joined.words[last];
  if (!one || !other) return { refused: phrase`the record has no strings` };
  const isWritten = one.quoted && other.quoted;
  const written = one.text.slice(0, from - innerStart(one)) + text + other.text.slice(to - innerStart(other));
  if (written.length > LONGEST_STRING)
    return { refused: phrase`the string would have more than ${LONGEST_STRING} octets: split it first` };
  if (isWritten || (first === last && !/[\s;()"]/.test(text)))
    return [replaceInBlock(record.block, one.start + from, other.start + to, text)];
  return [replaceInBlock(record.block, one.start, other.end, `"${written}"`)];
}

function innerStart({ quoted }: { readonly quoted: boolean }): number {
  return quoted ? 1 : 0;
}
