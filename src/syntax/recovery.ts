import { parseTtl } from '../dns/ttl.ts';
import { classCode, typeCode } from '../dns/types.ts';

const DIRECTIVE = /^\$(origin|ttl|include|generate)$/i;
const LONGEST_WORD = 64;
const WORDS_READ = 5;
/** TTLs, classes and types are shorter. */
const LONGEST_HEAD = 12;

/**
 * Whether a line reads as a whole record (owner, then TTL and class, a known type and some rdata) or as a directive.
 * It decides where a parenthesis that nobody closes ends.
 */
export function readsAsRecord(codes: Uint8Array, start: number): boolean {
  const words = firstWords(codes, start);
  if (DIRECTIVE.test(words[0] ?? '')) return words.length > 1;
  let index = 1;
  while (index <= 2 && isTtlOrClass(words[index])) index++;
  return isTypeWithRdata(words, index);
}

/**
 * The same for a line that begins with a blank and takes its owner from above: TTL and class, a known type and some
 * rdata, from the first word on.
 */
export function readsAsInherited(codes: Uint8Array, start: number): boolean {
  // Nearly all lines inside parentheses begin with a number or with a long word of base64.
  let end = start;
  while (end < codes.length && end - start <= LONGEST_HEAD && !endsWord(codes[end] as number)) end++;
  if (end === start || end - start > LONGEST_HEAD) return false;
  const words = firstWords(codes, start);
  let index = 0;
  while (index <= 1 && isTtlOrClass(words[index])) index++;
  return isTypeWithRdata(words, index);
}

function isTypeWithRdata(words: readonly string[], index: number): boolean {
  const type = words[index];
  return type !== undefined && words.length > index + 1 && !/^type\d/i.test(type) && typeCode(type) !== undefined;
}

function isTtlOrClass(word: string | undefined): boolean {
  return word !== undefined && (parseTtl(word) !== undefined || classCode(word) !== undefined);
}

function firstWords(codes: Uint8Array, start: number): string[] {
  const words: string[] = [];
  let at = start;
  while (at < codes.length && words.length < WORDS_READ) {
    while (codes[at] === 32 || codes[at] === 9) at++;
    const from = at;
    while (at < codes.length && !endsWord(codes[at] as number)) at++;
    if (at === from) {
      // Rdata may begin with a quotation mark or a parenthesis.
      if (codes[at] === 34 || codes[at] === 40) words.push('"');
      break;
    }
    words.push(at - from > LONGEST_WORD ? '' : String.fromCharCode(...codes.subarray(from, at)));
  }
  return words;
}

function endsWord(code: number): boolean {
  return (
    code === 32 || code === 9 || code === 10 || code === 13 || code === 59 || code === 34 || code === 40 || code === 41
  );
}
