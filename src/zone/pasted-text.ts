import { TYPE_CAA, TYPE_HINFO, TYPE_SPF, TYPE_TXT } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import { LONGEST_STRING } from '../syntax/split-string.ts';
import type { Fault, FaultFix, Token } from '../syntax/token.ts';
import type { RowReading } from './row-reading.ts';
import { tokensOf } from './row-words.ts';

/** HINFO, TXT, SPF and CAA: types with strings that need no quotation marks. */
export const QUOTED_TYPES: ReadonlySet<number> = new Set([TYPE_HINFO, TYPE_TXT, TYPE_SPF, TYPE_CAA]);
const OPENING = /^[\u2018-\u201f]/;
/** What stands between two typographic quotation marks, and ends there. */
const PAIR = /[\u2018-\u201f]([^"\u2018-\u201f\\()\r\n]*)[\u2018-\u201f](?=[ \t\r\n;)]|$)/y;
const POLICY = /^v=(?:spf1|dkim1|dmarc1|stsv1|tlsrptv1)(?![a-z0-9])/i;
const BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const EACH_BLANK = new RegExp(BLANK, 'g');

/**
 * What servers read, but not as it is meant: strings in typographic quotation marks, as web pages show them, and policies
 * with something that looks like a blank. Only asked of texts beyond ASCII.
 */
export function pastedText(scan: RowReading, row: number, type: number, rdata: number): Fault | undefined {
  if (!QUOTED_TYPES.has(type)) return undefined;
  const words = tokensOf(scan, rdata, row);
  const marked = words.find(({ quoted, text }) => !quoted && OPENING.test(text));
  if (marked) return typographic(scan, marked);
  const policy = words.find(({ text }) => POLICY.test(text) && BLANK.test(text));
  return policy && wideBlank(policy);
}

function typographic({ block }: RowReading, { start, text }: Token): Fault {
  const mark = text.charAt(0);
  const rest = block.slice(start, block.length);
  const fix = plainMarks(rest.slice(0, rest.search(/[\r\n]|$/)), start, PAIR);
  return {
    rule: 'syntax-character',
    severity: 'warning',
    start,
    end: start + 1,
    message: phrase`The typographic quotation mark ${mark} (U+${codeOf(mark)}) quotes nothing, and is served as a part of the text: only " does`,
    ...(fix ? { fixes: [fix] } : {}),
  };
}

/** Plain marks for all pairs that follow each other from the line's first one on; undefined where that is none. */
export function plainMarks(line: string, start: number, pairs: RegExp): FaultFix | undefined {
  let text = '';
  let end = 0;
  let count = 0;
  pairs.lastIndex = 0;
  for (let pair = pairs.exec(line); pair; pair = pairs.exec(line)) {
    const [whole, inside = ''] = pair;
    if (new TextEncoder().encode(inside).length > LONGEST_STRING) return undefined;
    text += `${line.slice(end, pair.index)}"${inside}"`;
    end = pair.index + whole.length;
    count++;
    pairs.lastIndex = end + (/^[ \t]*/.exec(line.slice(end))?.[0].length ?? 0);
  }
  const title = count === 1 ? phrase`Replace both marks by "` : phrase`Replace the ${2 * count} marks by "`;
  return count === 0 ? undefined : { title, start, end: start + end, text };
}

function wideBlank({ start, text, quoted }: Token): Fault {
  const [first = ''] = BLANK.exec(text) ?? [];
  const from = start + (quoted ? 1 : 0);
  const at = from + text.indexOf(first);
  const count = [...text.matchAll(EACH_BLANK)].length;
  const title = count === 1 ? phrase`Replace it by a blank` : phrase`Replace the ${count} characters by blanks`;
  return {
    rule: 'syntax-character',
    severity: 'warning',
    start: at,
    end: at + 1,
    message: phrase`The character U+${codeOf(first)} looks like a blank and is none: those who read this policy find no end of a word here`,
    fixes: [{ title, start: from, end: from + text.length, text: text.replace(EACH_BLANK, ' ') }],
  };
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
