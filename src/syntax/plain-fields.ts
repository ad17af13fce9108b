import { NO_TYPES, withType } from '../dns/type-sums.ts';
import { typeOfCodes } from '../dns/type-words.ts';
import { COMMENT, KIND } from './characters.ts';
import { plainNumber } from './header.ts';
import { END, MOST_LINES, PLAIN, type PlainWords, STRING } from './plain-words.ts';

/**
 * Reads a field from the words. True only where it is right beyond doubt; where it is not, or is written in another way
 * than most, the table of types says what is wrong.
 */
export type PlainField = (words: PlainWords) => boolean;

const DOT = 46;
const HYPHEN = 45;
const APOSTROPHE = 39;
const EQUALS = 61;
/** Octets of a label at most (RFC 1035 section 2.3.4). */
export const LONGEST_LABEL = 63;
const LONGEST_STRING = 255;
/** `v=spf1`, by which rules choose the texts that they read. */
const LONGEST_VERSION = 6;
/** A relative name of no more characters is short enough below any origin that is not very long itself. */
export const LONGEST_RELATIVE = 100;

/** A decimal number; its value is kept for the fields behind it. */
export function number(greatest: number): PlainField {
  return (words) => {
    if (words.next() !== PLAIN) return false;
    const value = plainNumber(words.codes, words.start, words.stop);
    if (value < 0 || value > greatest) return false;
    words.kept = value;
    words.mix(value);
    return true;
  };
}

/** A field that is right, and says what it does in nearly all records only where `isUsual`: rules may speak of the others. */
export function ofEvery(field: PlainField, isUsual: (words: PlainWords) => boolean): PlainField {
  return (words) => {
    if (!field(words)) return false;
    if (!isUsual(words)) words.isSound = false;
    return true;
  };
}

/** The name that the record leads to: reading it into the table tells whether it is one. */
export const target: PlainField = (words) => {
  if (words.next() !== PLAIN) return false;
  const { codes, start, stop } = words;
  let dot = start;
  while (dot < stop && codes[dot] !== DOT) dot++;
  words.nameStart = start;
  words.nameDot = dot;
  words.nameEnd = stop;
  return true;
};

/** The same of a host: one that begins with a letter is no address, nor the root. */
export const host = ofEvery(target, ({ codes, start }) => isLetter(codes[start] as number));

/** The name that an NSEC record leads to, which nothing is found by. */
export const following: PlainField = (words) => {
  if (words.next() !== PLAIN || countLabels(words) < 0) return false;
  const { codes, start, stop } = words;
  let dot = start;
  while (dot < stop && codes[dot] !== DOT) dot++;
  words.followingStart = start;
  words.followingDot = dot;
  words.followingEnd = stop;
  return true;
};

const byte = number(255);
const short = number(65_535);
/** Data of private algorithms begin with a name (RFC 4034 A.1.1). */
const algorithm = number(252);
/** Of more digits than nine, as of the largest ones, nobody writes a TTL. */
const ttl = number(999_999_999);

/** What stands before the signature of an RRSIG record. */
export const signatureHead: PlainField = (words) => {
  const { head } = words;
  if (!type(words)) return false;
  head.covered = words.kept;
  if (!algorithm(words)) return false;
  head.algorithm = words.kept;
  if (!byte(words)) return false;
  const labels = words.kept;
  if (!ttl(words)) return false;
  head.originalTtl = words.kept;
  if (!time(words)) return false;
  head.expiration = words.time;
  if (!time(words)) return false;
  head.inception = words.time;
  if (!short(words)) return false;
  head.tag = words.kept;
  return signer(words, labels);
};

/** The signer must not have more labels than the owner. */
function signer(words: PlainWords, labels: number): boolean {
  if (words.next() !== PLAIN) return false;
  const count = countLabels(words);
  words.head.signerStart = words.start;
  words.head.signerEnd = words.stop;
  return count >= 0 && !words.isRelative && count <= labels;
}

/** A record type by its mnemonic. */
export const type: PlainField = (words) => {
  if (words.next() !== PLAIN) return false;
  words.kept = typeOfCodes(words.codes, words.start, words.stop);
  return words.kept > 0;
};

/** Record types up to the end of the row, each once and in the order of their numbers. */
export const types: PlainField = (words) => {
  let sum = NO_TYPES;
  let last = 0;
  let kind = words.next();
  for (; kind === PLAIN; kind = words.next()) {
    const code = typeOfCodes(words.codes, words.start, words.stop);
    if (code <= last) return false;
    last = code;
    sum = withType(sum, code);
  }
  words.mark = sum;
  return kind === END;
};

/** The same of one type or more. */
export const someTypes: PlainField = (words) => types(words) && words.mark !== NO_TYPES;

/** A time as YYYYMMDDHHmmSS (RFC 4034 section 3.2), of years that no program counts otherwise. */
export const time: PlainField = (words) => {
  if (words.next() !== PLAIN || words.stop - words.start !== 14) return false;
  const { codes, start } = words;
  const year = plainNumber(codes, start, start + 4);
  const month = plainNumber(codes, start + 4, start + 6);
  const day = plainNumber(codes, start + 6, start + 8);
  const hour = plainNumber(codes, start + 8, start + 10);
  const minute = plainNumber(codes, start + 10, start + 12);
  const second = plainNumber(codes, start + 12, start + 14);
  if (year < 1971 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  words.time = (((year * 100 + month) * 100 + day) * 100 + hour) * 10_000 + minute * 100 + second;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
};

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The value of a base64 digit, 64 for the padding, 255 for what is none. */
const BASE64 = new Uint8Array(256).fill(255);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='].forEach((digit, value) => {
  BASE64[digit.charCodeAt(0)] = value;
});

/** Whether a code is no digit of base64. */
const NO_DIGIT = BASE64.map((value) => (value < 64 ? 0 : 1));

/** Base64 up to the end of the row, in groups of four; bits that would be lost must be zero. */
export const base64: PlainField = (words) => {
  const { codes } = words;
  let count = 0;
  let padding = 0;
  let last = 0;
  let kind = words.toWord();
  while (kind === PLAIN) {
    const start = words.at;
    let end = behindDigits(codes, start);
    if (end > start) {
      if (padding > 0) return false;
      last = end - 1;
    }
    const next = words.behindBlanks(end);
    if (next > end) words.pass(end, next);
    else {
      while (codes[end] === EQUALS) end++;
      padding += end - next;
      if (!words.endWord(start, end)) return false;
    }
    count += end - start;
    // The next word is looked for otherwise where it is no digit.
    if (next === end || NO_DIGIT[codes[next] as number] !== 0) kind = words.toWord();
  }
  if (kind !== END || count === 0 || (count & 3) !== 0 || words.lineCount > MOST_LINES) return false;
  const value = BASE64[codes[last] as number] as number;
  return padding === 0 || (padding === 1 ? (value & 3) === 0 : padding === 2 && (value & 15) === 0);
};

/** Four at a time: half of a signed zone are these. */
function behindDigits(codes: Uint8Array, start: number): number {
  const last = codes.length - 4;
  let at = start;
  while (
    at <= last &&
    ((NO_DIGIT[codes[at] as number] as number) |
      (NO_DIGIT[codes[at + 1] as number] as number) |
      (NO_DIGIT[codes[at + 2] as number] as number) |
      (NO_DIGIT[codes[at + 3] as number] as number)) ===
      0
  )
    at += 4;
  while (NO_DIGIT[codes[at] as number] === 0) at++;
  return at;
}

/** Hexadecimal up to the end of the row; `sizeOf` gives the bytes that there must be, by the number kept, 0 for any. */
export function hex(sizeOf: (kept: number) => number): PlainField {
  return (words) => {
    const size = sizeOf(words.kept);
    const { codes } = words;
    let count = 0;
    let kind = words.next();
    for (; kind === PLAIN; kind = words.next()) {
      count += words.stop - words.start;
      for (let at = words.start; at < words.stop; at++) {
        const code = (codes[at] as number) | 32;
        if (!isHexDigit(codes[at] as number)) return false;
        words.mix(code);
      }
    }
    return kind === END && count > 0 && (count & 1) === 0 && (size === 0 || count === 2 * size);
  };
}

/** A salt of NSEC3. */
const salt: PlainField = (words) => {
  if (words.next() !== PLAIN) return false;
  const { codes, start, stop } = words;
  if (stop - start === 1) return codes[start] === HYPHEN;
  if (stop - start > 2 * LONGEST_STRING || ((stop - start) & 1) !== 0) return false;
  for (let at = start; at < stop; at++) if (!isHexDigit(codes[at] as number)) return false;
  return true;
};

const hashAlgorithm = number(1);

/** What stands before the types of an NSEC3 record: at its end the hash that it leads to. */
export const hashedFollowing: PlainField = (words) => {
  if (!hashAlgorithm(words) || !byte(words)) return false;
  words.isOptOut = (words.kept & 1) === 1;
  return short(words) && salt(words) && sha1(words);
};

/** A hash of SHA-1 in base32 with the extended hexadecimal alphabet. */
const sha1: PlainField = (words) => {
  if (words.next() !== PLAIN || words.stop - words.start !== 32) return false;
  words.followingStart = words.start;
  words.followingDot = words.followingEnd = words.stop;
  for (let at = words.start; at < words.stop; at++) {
    const code = words.codes[at] as number;
    const letter = code | 32;
    if (!isDigit(code) && (code < 65 || letter < 97 || letter > 118)) return false;
  }
  return true;
};

/** Letters and digits. */
export const tag: PlainField = (words) => {
  if (words.next() !== PLAIN || words.stop - words.start > LONGEST_STRING) return false;
  for (let at = words.start; at < words.stop; at++) {
    const code = words.codes[at] as number;
    const letter = code | 32;
    if (!isDigit(code) && (code < 65 || letter < 97 || letter > 122)) return false;
    words.mix(letter);
  }
  return true;
};

/** Whether the word is a tag of CAA records that all authorities know (RFC 8659 section 4.1). */
export function isKnownTag({ codes, start, stop }: PlainWords): boolean {
  return ['issue', 'issuewild', 'iodef'].some((known) => spells(codes, start, stop, known));
}

/** One string, with quotation marks or without. */
export const string: PlainField = (words) => isString(words, words.next());

/** One string that ends the row: what stands in a comment behind it may have been meant as a part of it. */
export const lastString: PlainField = (words) => {
  if (!string(words) || words.next() !== END) return false;
  if (words.hasComments || KIND[words.codes[words.at] as number] === COMMENT) words.isSound = false;
  return true;
};

/** Strings up to the end of the row. How their text begins is to be seen at the first one, unless that is very short. */
export const strings: PlainField = (words) => {
  if (!string(words)) return false;
  const isShort = words.stop - words.start < LONGEST_VERSION;
  let kind = words.next();
  if (isShort && kind !== END) words.isSound = false;
  for (; kind !== END; kind = words.next()) if (!isString(words, kind)) return false;
  return true;
};

/** How strings are cut counts for nothing in the mark. */
function isString(words: PlainWords, kind: number): boolean {
  if ((kind !== STRING && kind !== PLAIN) || words.stop - words.start > LONGEST_STRING) return false;
  const { codes, start, stop } = words;
  if (kind === PLAIN && codes[start] === APOSTROPHE) return false;
  for (let at = start; at < stop; at++) words.mix((codes[at] as number) | 32);
  return true;
}

/** The labels of the name at hand; -1 where it is none, or may be too long. */
function countLabels(words: PlainWords): number {
  const { codes, start, stop } = words;
  if (stop - start === 1 && (codes[start] === DOT || codes[start] === 64)) {
    if (codes[start] === 64) words.isRelative = true;
    return 0;
  }
  const isAbsolute = codes[stop - 1] === DOT;
  if (!isAbsolute) words.isRelative = true;
  if (stop - start > (isAbsolute ? 254 : LONGEST_RELATIVE)) return -1;
  let count = 0;
  let label = start;
  for (let at = start; at <= stop; at++) {
    if (at < stop && codes[at] !== DOT) continue;
    if (at === stop && isAbsolute) break;
    if (at === label || at - label > LONGEST_LABEL) return -1;
    count++;
    label = at + 1;
  }
  return count;
}

/** Whether a word stands there, letter by letter. */
export function spells(codes: Uint8Array, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (codes[start + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Whether a code is a decimal digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a code is a letter of ASCII. */
export function isLetter(code: number): boolean {
  const letter = code | 32;
  return code >= 65 && letter >= 97 && letter <= 122;
}

function isHexDigit(code: number): boolean {
  const letter = code | 32;
  return isDigit(code) || (code >= 65 && letter >= 97 && letter <= 102);
}
