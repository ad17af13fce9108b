import { parseTtl } from '../dns/ttl.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CAA,
  TYPE_CNAME,
  TYPE_DS,
  TYPE_HTTPS,
  TYPE_MX,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_SSHFP,
  TYPE_TLSA,
  TYPE_TXT,
} from '../dns/type-codes.ts';
import { typeOfCodes } from '../dns/type-words.ts';
import { classCode } from '../dns/types.ts';
import { BLANK_OWNER, QUOTED, type Tape } from './tape.ts';

/** What keeps the words before the rdata from being read. */
export type HeaderProblem = 'none' | 'nothing-after-owner' | 'type-missing' | 'type-unknown' | 'quoted';

/**
 * The words of a record up to its type: `[owner] [class] [TTL] [class] type` (RFC 1035 section 5.1, in BIND's order).
 * Token numbers are the tape's; -1 where the word is not there. One object is used for all rows.
 */
export class Header {
  problem: HeaderProblem = 'none';
  owner = -1;
  ttl = -1;
  ttlToken = -1;
  ttlOverflow = false;
  class = -1;
  classToken = -1;
  type = -1;
  typeToken = -1;
  rdata = 0;

  /** Reads the header of a row. */
  read(tape: Tape, row: number, codes: Uint8Array): void {
    const first = tape.rowToken[row] as number;
    this.owner = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0 ? -1 : first;
    this.#readBehindOwner(tape, row, codes);
  }

  /** The same as if the row had no blank at its beginning. */
  readUnindented(tape: Tape, row: number, codes: Uint8Array): void {
    this.owner = tape.rowToken[row] as number;
    this.#readBehindOwner(tape, row, codes);
  }

  #readBehindOwner(tape: Tape, row: number, codes: Uint8Array): void {
    let token = this.owner < 0 ? (tape.rowToken[row] as number) : this.owner + 1;
    const end = tape.rowToken[row + 1] as number;
    this.problem = 'none';
    this.ttl = -1;
    this.ttlToken = -1;
    this.class = -1;
    this.classToken = -1;
    this.type = -1;
    this.typeToken = -1;
    if (token === end) {
      this.problem = 'nothing-after-owner';
      this.rdata = end;
      return;
    }
    for (let place = 0; ; place++, token++) {
      if (token === end) {
        this.problem = 'type-missing';
        this.rdata = end;
        return;
      }
      this.typeToken = token;
      this.rdata = token + 1;
      if (((tape.tokenFlags[token] as number) & QUOTED) !== 0) {
        this.problem = 'quoted';
        return;
      }
      const from = tape.tokenStart[token] as number;
      const to = tape.tokenEnd[token] as number;
      this.type = commonType(codes, from, to);
      if (this.type >= 0) return;
      if (place < 3 && this.#isClassOrTtl(codes, from, to, token)) continue;
      this.type = typeOfCodes(codes, from, to);
      if (this.type < 0) this.problem = 'type-unknown';
      return;
    }
  }

  /** A class may stand before or behind the TTL, and each only once. */
  #isClassOrTtl(codes: Uint8Array, from: number, to: number, token: number): boolean {
    const first = codes[from] as number;
    if (first >= 48 && first <= 57) {
      if (this.ttlToken >= 0) return false;
      const seconds = plainNumber(codes, from, to);
      if (seconds >= 0) {
        this.ttl = seconds;
        this.ttlOverflow = false;
      } else {
        const ttl = parseTtl(asciiWord(codes, from, to));
        if (ttl === undefined) return false;
        this.ttl = ttl.seconds;
        this.ttlOverflow = ttl.overflow;
      }
      this.ttlToken = token;
      return true;
    }
    if (this.classToken >= 0) return false;
    if (to - from === 2 && (first | 32) === 105 && ((codes[from + 1] as number) | 32) === 110) this.class = 1;
    else {
      const code = to - from > 10 ? undefined : classCode(asciiWord(codes, from, to));
      if (code === undefined) return false;
      this.class = code;
    }
    this.classToken = token;
    return true;
  }
}

/** The text of a token as bytes: one character an octet. */
export function asciiWord(codes: Uint8Array, from: number, to: number): string {
  let word = '';
  for (let i = from; i < to; i++) word += String.fromCharCode(codes[i] as number);
  return word;
}

/** A number of one to nine digits, or as many as are given; -1 for anything else. */
export function plainNumber(codes: Uint8Array, from: number, to: number, most = 9): number {
  if (to === from || to - from > most) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (codes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The types that nearly all records have, without making a string; -1 for all others. */
export function commonType(codes: Uint8Array, from: number, to: number): number {
  const a = (codes[from] as number) | 32;
  switch (to - from) {
    case 1:
      return a === 97 ? TYPE_A : -1;
    case 2: {
      const b = (codes[from + 1] as number) | 32;
      if (a === 110 && b === 115) return TYPE_NS;
      return a === 109 && b === 120 ? TYPE_MX : -1;
    }
    case 3: {
      const b = (codes[from + 1] as number) | 32;
      const c = (codes[from + 2] as number) | 32;
      if (a === 112 && b === 116 && c === 114) return TYPE_PTR;
      return a === 116 && b === 120 && c === 116 ? TYPE_TXT : -1;
    }
    case 4:
      return a === 97 && spells(codes, from, AAAA) ? TYPE_AAAA : -1;
    case 5:
      return a === 99 && spells(codes, from, CNAME) ? TYPE_CNAME : -1;
    default:
      return -1;
  }
}

/** The type of a word among those that signed zones and zones of services are full of; -1 for all others. */
export function frequentType(codes: Uint8Array, from: number, to: number): number {
  const common = commonType(codes, from, to);
  if (common >= 0) return common;
  const length = to - from;
  for (let i = 0; i < FREQUENT.length; i++) {
    const { letters, type } = FREQUENT[i] as (typeof FREQUENT)[number];
    if (letters.length === length && spells(codes, from, letters)) return type;
  }
  return -1;
}

const FREQUENT: readonly { readonly type: number; readonly letters: readonly number[] }[] = (
  [
    ['rrsig', TYPE_RRSIG],
    ['nsec', TYPE_NSEC],
    ['nsec3', TYPE_NSEC3],
    ['ds', TYPE_DS],
    ['srv', TYPE_SRV],
    ['caa', TYPE_CAA],
    ['tlsa', TYPE_TLSA],
    ['https', TYPE_HTTPS],
    ['sshfp', TYPE_SSHFP],
    ['soa', TYPE_SOA],
  ] as const
).map(([word, type]) => ({ type, letters: [...word].map((letter) => letter.charCodeAt(0)) }));

/** Below it are characters that would be digits in lower case. */
const DIGIT_0 = 48;
const AAAA = [97, 97, 97, 97];
const CNAME = [99, 110, 97, 109, 101];

function spells(codes: Uint8Array, from: number, letters: readonly number[]): boolean {
  for (let i = 0; i < letters.length; i++) {
    const code = codes[from + i] as number;
    if ((code | 32) !== letters[i] || code < DIGIT_0) return false;
  }
  return true;
}
