import { parseTtl } from '../dns/ttl.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_MX, TYPE_NS, TYPE_PTR } from '../dns/type-codes.ts';
import { classCode, typeCode } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import { BLANK, CLOSE, COMMENT, KIND, LINE_END, OPEN, QUOTE } from './characters.ts';
import { LONGEST_STRING } from './split-string.ts';
import type { Fault, FaultFix } from './token.ts';

/** A quotation mark that nothing closes, and the words of its record before it: those from `first` up to `count`. */
export interface OpenQuote {
  readonly codes: Uint8Array;
  readonly start: number;
  /** Behind the last character of its line. */
  readonly end: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  readonly first: number;
  readonly count: number;
  readonly hasOwner: boolean;
  readonly isGrouped: boolean;
}

/** What is said of it: it was meant to open a string, to close one, or its end is written as a character. */
export function unclosedQuote(quote: OpenQuote): Fault {
  const { start, end } = quote;
  const fault = { rule: 'syntax-quote', start, end, isUnclosed: true } as const;
  const backslash = escapedClosing(quote);
  if (backslash >= 0) {
    const message = phrase`This string is not closed on its line: \\" is a quotation mark in it, not its end`;
    const title = phrase`Remove the backslash before the last quotation mark`;
    return { ...fault, message, fixes: [{ title, start: backslash, end: backslash + 1, text: '' }] };
  }
  if (closesNothing(quote)) {
    const message = phrase`This quotation mark closes nothing: none is open here`;
    const fix = fixOfClosing(quote);
    return { ...fault, message, ...(fix ? { fixes: [fix] } : {}) };
  }
  const message = phrase`This quotation mark is not closed on its line`;
  // At the end of the line it would close an empty string, which nobody means.
  if (quote.count > quote.first && quote.codes.subarray(start + 1, end).every((code) => KIND[code] === BLANK))
    return { ...fault, message };
  return { ...fault, message, fixes: [{ title: phrase`Close the quotation mark`, start: end, end, text: '"' }] };
}

/**
 * Where a string begins in one line inside parentheses and ends in a later one, which servers don't read: its fault,
 * which is the one noted `before`, with a fix that makes a string of each line. Undefined where the quotation mark does
 * not end such a string.
 */
export function stringOverLines(quote: OpenQuote, before: Fault | undefined): Fault | undefined {
  const { codes, start, tokenStart, tokenEnd, first, count } = quote;
  if (!quote.isGrouped || !closesNothing(quote)) return undefined;
  let opening = count - 1;
  while (opening >= first && codes[tokenStart[opening] as number] !== 34) opening--;
  if (opening < first) return undefined;
  const from = tokenStart[opening] as number;
  if (!before?.isUnclosed || before.rule !== 'syntax-quote' || before.start !== from) return undefined;
  const { fixes: _, ...without } = before;
  const until = tokenEnd[opening] as number;
  const text = linesQuoted(codes, until, start);
  if (text === undefined || until - from > LONGEST_STRING + 1) return without;
  const title = phrase`Put each line in quotation marks of its own`;
  return { ...without, fixes: [{ title, start: until, end: start + 1, text }] };
}

/** A closing quotation mark for the first line, and both for each line of words up to `end`; none for other text. */
function linesQuoted(codes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let at = start; at < end; at++) {
    const code = codes[at] as number;
    if (code > 126 || code === 0 || code === 92) return undefined;
    const kind = KIND[code];
    if (kind === COMMENT || kind === OPEN || kind === CLOSE || kind === QUOTE) return undefined;
    text += String.fromCharCode(code);
  }
  const lines = text.split('\n');
  if (lines.some((line) => line.trim().length > LONGEST_STRING)) return undefined;
  return `"${lines.map((line) => line.replace(/\S.*\S|\S/, '"$&"')).join('\n')}`;
}

/** The backslash before a quotation mark that ends the line; -1 where such marks stand in pairs, or none does. */
function escapedClosing({ codes, start, end, isGrouped }: OpenQuote): number {
  let last = end;
  while (last > start + 2 && (KIND[codes[last - 1] as number] === BLANK || (isGrouped && codes[last - 1] === 41)))
    last--;
  let markCount = 0;
  let mark = -1;
  for (let at = start + 1; at < last; at++) {
    if (codes[at] !== 92) continue;
    if (codes[at + 1] === 34) {
      markCount++;
      mark = at;
    }
    at++;
  }
  return markCount % 2 === 1 && mark === last - 2 ? mark : -1;
}

/** Whether nothing but the record's end stands behind it, and it stands at the end of a word or of a group. */
function closesNothing({ codes, start, end, tokenEnd, first, count, isGrouped }: OpenQuote): boolean {
  if (count === first) return false;
  let at = start + 1;
  while (at < end && (KIND[codes[at] as number] === BLANK || (isGrouped && codes[at] === 41))) at++;
  if (at < end && codes[at] !== 59) return false;
  return tokenEnd[count - 1] === start || (isGrouped && codes.subarray(start, end).includes(41));
}

function fixOfClosing(quote: OpenQuote): FaultFix | undefined {
  const { codes, start, tokenStart, tokenEnd, count } = quote;
  if (tokenEnd[count - 1] !== start) return undefined;
  const last = tokenStart[count - 1] as number;
  const type = typeIndex(quote);
  if (type < 0) return undefined;
  const deletion = { title: phrase`Delete the quotation mark`, start, end: start + 1, text: '' };
  if (codes[last] === 34) return deletion;
  const code = typeCode(wordAt(quote, type)) ?? -1;
  if (WITHOUT_STRINGS.has(code)) return count > type + 1 ? deletion : undefined;
  const place = type + (STRING_PLACE.get(code) ?? count);
  if (place >= count) return undefined;
  const open = tokenStart[place] as number;
  if (start - open > LONGEST_STRING || !isOfWords(codes, open, start)) return undefined;
  const title = phrase`Put the missing quotation mark before "${wordAt(quote, place)}"`;
  return { title, start: open, end: open, text: '"' };
}

/** Which word behind the type begins the string: TXT, SPF and CAA. */
const STRING_PLACE: ReadonlyMap<number, number> = new Map([
  [16, 1],
  [99, 1],
  [257, 3],
]);
/** A, NS, CNAME, PTR, MX and AAAA. */
const WITHOUT_STRINGS: ReadonlySet<number> = new Set([TYPE_A, TYPE_NS, TYPE_CNAME, TYPE_PTR, TYPE_MX, TYPE_AAAA]);
/** Classes, TTLs and types are shorter. */
const LONGEST_HEAD = 16;

/** Which word is the record's type; -1 where none is. */
function typeIndex(quote: OpenQuote): number {
  const { first, count, hasOwner } = quote;
  for (let index = first + (hasOwner ? 1 : 0), place = 0; index < count && place < 3; index++, place++) {
    const word = wordAt(quote, index);
    if (word.length > LONGEST_HEAD) return -1;
    if (typeCode(word) !== undefined) return index;
    if (classCode(word) === undefined && parseTtl(word) === undefined) return -1;
  }
  return -1;
}

function wordAt({ codes, tokenStart, tokenEnd }: OpenQuote, index: number): string {
  let word = '';
  const end = tokenEnd[index] as number;
  for (let at = tokenStart[index] as number; at < end && word.length <= LONGEST_STRING; at++)
    word += String.fromCharCode(codes[at] as number);
  return word;
}

function isOfWords(codes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const kind = KIND[codes[at] as number];
    if (kind === LINE_END || kind === OPEN || kind === CLOSE || kind === QUOTE || kind === COMMENT) return false;
  }
  return true;
}
