import { bytesOf, type Encoding } from '../dns/name.ts';
import { phrase } from '../language/phrase.ts';
import type { FaultFix, Token } from './token.ts';

/** The octets that a string holds at most (RFC 1035 section 3.3). */
export const LONGEST_STRING = 255;
/** The types whose strings are read as one text (RFC 7208 section 3.3); in the others each string is something of its own. */
const JOINED: ReadonlySet<string> = new Set(['TXT', 'SPF', 'AVC']);

/** Splits a string that is too long into several whose octets are the same in a row; escapes and characters stay whole. */
export function splitString(typeName: string, token: Token, encoding: Encoding): readonly FaultFix[] {
  const { text, start, end, quoted } = token;
  if (!JOINED.has(typeName) || (quoted && end - start !== text.length + 2)) return [];
  const parts: string[] = [];
  let part = '';
  let octetCount = 0;
  for (const [unit] of text.matchAll(/\\[0-9]{3}|\\.|[^\\]/gsu)) {
    const added = /^\\[0-9]/.test(unit) ? 1 : bytesOf(unit.replace(/^\\/, ''), encoding).length;
    if (octetCount + added > LONGEST_STRING) {
      parts.push(part);
      part = '';
      octetCount = 0;
    }
    part += unit;
    octetCount += added;
  }
  parts.push(part);
  const written = quoted ? `"${parts.join('" "')}"` : parts.join(' ');
  return [{ title: phrase`Split it into ${parts.length} strings`, start, end, text: written }];
}
