import { INSTANCE_PREFIXES } from './instance.ts';
import { PROVIDER_DOMAINS } from './providers.ts';
import {
  ACCESS_WORDS,
  CUSTOMER_COUNTERS,
  CUSTOMER_LABELS,
  FALSE_TOP_LABELS,
  PLACEHOLDER_HEADS,
  PLACEHOLDER_TAILS,
  REVERSE_LABELS,
  STATIC_WORDS,
  VAGUE_ACCESS_WORDS,
} from './words.ts';

/**
 * Whether a name may be generic for an IPv4 address; false means that `genericName` is silent. For millions of names:
 * a few passes over the bytes, nothing allocated. The name is `bytes[start..end)` in lower-case presentation form, with
 * or without its final dot.
 */
export function mayBeGeneric(address: number, bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1] === DOT ? end - 1 : end;
  if (hasPlainSign(bytes, start, last)) return true;
  return hasDigit(bytes, start, last) && (maySpell4(address, bytes, start, last) || hasWord(bytes, start, last));
}

/** The same for an IPv6 address, of which the last group is enough to know. */
export function mayBeGeneric6(lastGroup: number, bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1] === DOT ? end - 1 : end;
  if (hasPlainSign(bytes, start, last)) return true;
  return maySpell6(lastGroup, bytes, start, last) || (hasDigit(bytes, start, last) && hasWord(bytes, start, last));
}

/** Digits that an encoding of the address, or of another one, may be made of. */
function maySpell4(address: number, bytes: Uint8Array, start: number, end: number): boolean {
  const a = address >>> 24;
  const b = (address >>> 16) & 255;
  const c = (address >>> 8) & 255;
  const d = address & 255;
  let digits = 0;
  let runs = 0;
  let others = 0;
  let i = start;
  while (i < end) {
    let digit = digitAt(bytes, i);
    if (digit < 0) {
      i++;
      continue;
    }
    const from = i;
    let value = 0;
    while (digit >= 0) {
      value = value * 10 + digit;
      i++;
      digit = i < end ? digitAt(bytes, i) : -1;
    }
    const length = i - from;
    if (length <= 3) {
      if (value === d) return true;
      if ((value === a || value === b || value === c) && ++others === 2) return true;
    } else if (length >= 7 || (length === 6 && (value === c * 1000 + d || value === d * 1000 + c))) {
      return true;
    }
    digits += length;
    runs++;
    if (runs > 1 && (runs === 4 || digits >= 6)) return true;
    if (mayBeHex(address & 0xffff, bytes, start, end, from)) return true;
  }
  return false;
}

/** Whether the hexadecimal digits around a decimal one are eight, or the second half of the address, or pieces of eight. */
function mayBeHex(half: number, bytes: Uint8Array, start: number, end: number, at: number): boolean {
  const from = hexStart(bytes, start, at);
  const to = hexEnd(bytes, end, at);
  const length = to - from;
  if (length >= 8) return true;
  if (length === 4) {
    let value = 0;
    for (let i = from; i < to; i++) value = (value << 4) | hexValue(bytes[i] ?? DOT);
    if (value === half) return true;
  }
  if (length % 2 === 1 || !isEdge(bytes, start, end, from - 1) || !isEdge(bytes, start, end, to)) return false;
  return length + piecesBefore(bytes, start, from) + piecesAfter(bytes, end, to) >= 8;
}

/** How many digits the whole hexadecimal pieces of even length right before a piece have. */
function piecesBefore(bytes: Uint8Array, start: number, at: number): number {
  let total = 0;
  for (let to = at - 1; to > start; ) {
    const from = hexStart(bytes, start, to);
    if (from === to || (to - from) % 2 === 1 || (from > start && KINDS[bytes[from - 1] ?? DOT] !== SEPARATOR)) break;
    total += to - from;
    to = from - 1;
  }
  return total;
}

function piecesAfter(bytes: Uint8Array, end: number, at: number): number {
  let total = 0;
  for (let from = at + 1; from < end; ) {
    const to = hexEnd(bytes, end, from);
    if (from === to || (to - from) % 2 === 1 || (to < end && KINDS[bytes[to] ?? DOT] !== SEPARATOR)) break;
    total += to - from;
    from = to + 1;
  }
  return total;
}

/** Where the hexadecimal digits begin that end before `at`. */
function hexStart(bytes: Uint8Array, start: number, at: number): number {
  let i = at;
  while (i > start && isHex(bytes[i - 1] ?? DOT)) i--;
  return i;
}

function hexEnd(bytes: Uint8Array, end: number, at: number): number {
  let i = at;
  while (i < end && isHex(bytes[i] ?? DOT)) i++;
  return i;
}

function isHex(byte: number): boolean {
  const kind = KINDS[byte] ?? OTHER;
  return kind === DIGIT || kind === HEX_LETTER;
}

function hexValue(byte: number): number {
  return byte < 97 ? byte - 48 : byte - 87;
}

function digitAt(bytes: Uint8Array, i: number): number {
  const digit = (bytes[i] ?? DOT) - 48;
  return digit <= 9 ? digit : -1;
}

function isEdge(bytes: Uint8Array, start: number, end: number, i: number): boolean {
  return i < start || i >= end || KINDS[bytes[i] ?? DOT] === SEPARATOR;
}

/** Hexadecimal pieces that follow each other, a long run of them, a double dash, or the last group. */
function maySpell6(lastGroup: number, bytes: Uint8Array, start: number, end: number): boolean {
  let runs = 0;
  let run = 0;
  let runValue = 0;
  let hex = 0;
  let hexSum = 0;
  let lastDigit = -1;
  let pieceStart = start;
  let hexPieces = 0;
  for (let i = start; i <= end; i++) {
    const byte = i === end ? DOT : (bytes[i] ?? DOT);
    const kind = KINDS[byte] ?? OTHER;
    if (kind === DIGIT) {
      runValue = (runValue << 4) | (byte & 15);
      run++;
      lastDigit = i;
    } else if (run > 0) {
      if (++runs === 4 || runValue === lastGroup) return true;
      run = 0;
      runValue = 0;
    }
    if (kind === DIGIT || kind === HEX_LETTER) {
      hexSum = (hexSum << 4) | hexValue(byte);
      if (++hex === 8) return true;
      continue;
    }
    if (hex > 0 && hexSum === lastGroup) return true;
    if (kind === SEPARATOR) {
      const isWhole = hex > 0 && (i - hex === pieceStart || (pieceStart === start && lastDigit >= i - hex));
      hexPieces = isWhole ? hexPieces + 1 : 0;
      if (hexPieces === 2 || (byte === DASH && bytes[i - 1] === DASH && i > start)) return true;
      pieceStart = i + 1;
    }
    hex = 0;
    hexSum = 0;
  }
  return false;
}

function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (KINDS[bytes[i] ?? DOT] === DIGIT) return true;
  return false;
}

/** A word that a verdict may rest on beside a digit, by its first letters. */
function hasWord(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = 0;
  let code = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? DOT;
    if (!isLetter(byte)) {
      letters = 0;
      continue;
    }
    code = ((code << 5) | (byte & 31)) & 0x7fff;
    if (++letters < 3) continue;
    const sign = WORD_STARTS[code] ?? 0;
    if (sign !== 0 && (letters === 3 || (sign & ANYWHERE) !== 0) && followsWord(sign, bytes[i + 1] ?? DOT)) return true;
  }
  return false;
}

/** Whether a fourth letter can follow the three: it is looked at as one of 26 bits, or not at all in a short word. */
function followsWord(sign: number, byte: number): boolean {
  return (sign & SHORT) !== 0 || (isLetter(byte) && (sign & (1 << (byte - 97))) !== 0);
}

/** What needs no digit: a placeholder in front, an instance's id, a provider's domain, no domain at the end. */
function hasPlainSign(bytes: Uint8Array, start: number, end: number): boolean {
  return hasPlainStart(bytes, start, end) || hasPlainEnd(bytes, start, end);
}

/** A provider's second label from the right, or a last label that is no domain. */
function hasPlainEnd(bytes: Uint8Array, start: number, end: number): boolean {
  let top = end - 1;
  while (top >= start && bytes[top] !== DOT) top--;
  if (isIn(TOPS, signature(bytes, top + 1, end))) return true;
  let second = top - 1;
  while (second >= start && bytes[second] !== DOT) second--;
  return isIn(ENDINGS, signature(bytes, second + 1, top));
}

/** The first word of a placeholder, or an instance's prefix with four digits and more. */
function hasPlainStart(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start;
  while (i < end && isLetter(bytes[i] ?? DOT)) i++;
  if (i === start || isIn(PREFIXES, signature(bytes, start, i))) {
    let digits = i;
    if (bytes[digits] === DASH || bytes[digits] === UNDERSCORE) digits++;
    const from = digits;
    while (digits < end && digitAt(bytes, digits) >= 0) digits++;
    if (digits - from >= 4) return true;
  }
  return (i === end || KINDS[bytes[i] ?? DOT] === SEPARATOR) && isIn(FIRST_WORDS, signature(bytes, start, i));
}

function isLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

/** First and last byte and length of a word as fifteen bits. */
function signature(bytes: Uint8Array, start: number, end: number): number {
  return ((bytes[start] ?? 0) & 31) | (((bytes[end - 1] ?? 0) & 31) << 5) | (((end - start) & 31) << 10);
}

const DASH = 45;
const DOT = 46;
const UNDERSCORE = 95;
const OTHER = 0;
const DIGIT = 1;
const HEX_LETTER = 2;
const LETTER = 4;
const SEPARATOR = 8;

/** The kind of each byte. */
const KINDS = new Uint8Array(256);
for (let byte = 48; byte <= 57; byte++) KINDS[byte] = DIGIT;
for (let byte = 97; byte <= 122; byte++) KINDS[byte] = byte <= 102 ? HEX_LETTER : LETTER;
for (const byte of [DASH, DOT, UNDERSCORE]) KINDS[byte] = SEPARATOR;

/**
 * By three letters: which words begin so. The low 26 bits are the fourth letters that may follow; two flags say that a
 * word has no fourth one, and that a word may stand inside a run of letters.
 */
const WORD_STARTS = new Int32Array(32768);
const SHORT = 1 << 26;
const ANYWHERE = 1 << 27;

for (const words of [ACCESS_WORDS, VAGUE_ACCESS_WORDS, STATIC_WORDS]) {
  for (const word of [...words.whole, ...words.start]) addWord(word, 0);
  for (const word of [...words.part, ...words.end]) addWord(word, ANYWHERE);
}
for (const label of [...CUSTOMER_COUNTERS, ...CUSTOMER_LABELS, ...REVERSE_LABELS])
  for (const word of label.split('-')) addWord(word, 0);

function addWord(word: string, flags: number): void {
  if (word.length < 3) return;
  let code = 0;
  for (let i = 0; i < 3; i++) code = (code << 5) | (word.charCodeAt(i) & 31);
  const fourth = word.length === 3 ? SHORT : 1 << (word.charCodeAt(3) - 97);
  WORD_STARTS[code] = (WORD_STARTS[code] ?? 0) | fourth | flags;
}

/** Sets of words as bits of their signatures: a wrong yes only costs a closer look. */
const FIRST_WORDS = setOf([...PLACEHOLDER_HEADS, ...PLACEHOLDER_TAILS]);
const PREFIXES = setOf(INSTANCE_PREFIXES);
const ENDINGS = setOf(PROVIDER_DOMAINS.map(({ suffix }) => suffix.split('.').at(-2) ?? ''));
const TOPS = setOf(FALSE_TOP_LABELS);

function setOf(words: readonly string[]): Int32Array {
  const bits = new Int32Array(1024);
  for (const word of words) {
    const bytes = Uint8Array.from(word, (character) => character.charCodeAt(0));
    const index = signature(bytes, 0, bytes.length);
    bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  return bits;
}

function isIn(bits: Int32Array, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}
