import { TYPE_SPF, TYPE_TXT } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import { LONGEST_STRING } from '../syntax/split-string.ts';
import { QUOTED } from '../syntax/tape.ts';
import type { Fault, FaultFix, Token } from '../syntax/token.ts';
import { plainMarks, QUOTED_TYPES } from './pasted-text.ts';
import type { RowReading } from './row-reading.ts';
import { tokensOf } from './row-words.ts';

const APOSTROPHE = 39;
const BACKSLASH = 92;
const QUOTE = 34;
const POLICY = /^["\s]*v=/i;
/** What stands between two single quotation marks, and ends there. */
const SINGLE_PAIR = /'([^'"\\()\r\n]*)'(?=[ \t\r\n;)]|$)/y;
/** The same of marks as texts in other languages have them inside strings. */
const ESCAPED_PAIR = /\\"([^"\\()\r\n]*)\\"(?=[ \t\r\n;)]|$)/y;

/**
 * What servers read, but not as it is meant: strings in single or escaped quotation marks, which quote nothing, and quotation marks
 * inside a string, which end it.
 */
export function misplacedMarks(scan: RowReading, row: number, type: number, rdata: number): Fault | undefined {
  if (!QUOTED_TYPES.has(type)) return undefined;
  const { tape, codes } = scan;
  const isText = type === TYPE_TXT || type === TYPE_SPF;
  const end = tape.rowToken[row + 1] as number;
  for (let token = rdata; token < end; token++) {
    const start = tape.tokenStart[token] as number;
    if (codes[start] === APOSTROPHE) return wrongMarks(scan, start, "'", SINGLE_PAIR);
    if (isText && codes[start] === BACKSLASH && codes[start + 1] === QUOTE)
      return wrongMarks(scan, start, '\\"', ESCAPED_PAIR);
    if (!isText || token === rdata || tape.tokenEnd[token - 1] !== start) continue;
    const isOpening = isQuoted(scan, token);
    // Strings side by side, "a""b", are meant as such.
    if (isOpening !== isQuoted(scan, token - 1)) return innerMarks(scan, row, rdata, isOpening ? start : start - 1);
  }
  return undefined;
}

function isQuoted({ tape }: RowReading, token: number): boolean {
  return ((tape.tokenFlags[token] as number) & QUOTED) !== 0;
}

/** Nothing where no second mark ends a word: it may be an apostrophe. */
function wrongMarks({ block }: RowReading, start: number, mark: string, pair: RegExp): Fault | undefined {
  const rest = block.slice(start, block.length);
  const fix = plainMarks(rest.slice(0, rest.search(/[\r\n]|$/)), start, pair);
  if (!fix) return undefined;
  return {
    rule: 'syntax-quote',
    severity: severityOf(rest.slice(mark.length)),
    start,
    end: start + mark.length,
    message: phrase`The quotation mark ${mark} quotes nothing, and is served as a part of the text: only " does`,
    fixes: [fix],
  };
}

function innerMarks(scan: RowReading, row: number, rdata: number, start: number): Fault {
  const begin = scan.tape.tokenStart[rdata] as number;
  return {
    rule: 'syntax-quote',
    severity: severityOf(scan.block.slice(begin, scan.block.length).slice(0, LONGEST_STRING)),
    start,
    end: start + 1,
    message: phrase`A quotation mark inside a string ends it: only \\" is one in the text`,
    fixes: fixesOfInner(scan, tokensOf(scan, rdata, row)),
  };
}

/** Receivers take SPF, DMARC and the like with marks in them for none, or for broken. */
function severityOf(text: string): 'error' | 'warning' {
  return POLICY.test(text) ? 'error' : 'warning';
}

/** Without the marks inside, or with these as a part of the text: policies have none. None where there may be several strings. */
function fixesOfInner({ block }: RowReading, tokens: readonly Token[]): readonly FaultFix[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first?.quoted || !last?.quoted) return [];
  const isApart = ({ quoted, start }: Token, i: number): boolean =>
    quoted && tokens[i - 1]?.quoted === true && tokens[i - 1]?.end !== start;
  const inside = block.slice(first.start + 1, last.end - 1);
  if (tokens.some(isApart) || /[\\()\r\n]/.test(inside) || inside.length > LONGEST_STRING / 2) return [];
  const place = { start: first.start + 1, end: last.end - 1 };
  const bare = inside.replaceAll('"', '');
  const without = { ...place, title: phrase`Remove the quotation marks inside`, text: bare };
  const within = { ...place, title: phrase`Keep them in the text, as \\"`, text: inside.replaceAll('"', '\\"') };
  return POLICY.test(bare) ? [without, within] : [within, without];
}
