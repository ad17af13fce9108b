import { BLANK, CLOSE, COMMENT, ESCAPE, LINE_END, OPEN, ORDINARY, PLAIN_KIND, QUOTE } from './characters.ts';
import { SignatureHead } from './signature-head.ts';

/** No word is left in the row. */
export const END = 0;
/** A word of ordinary characters. */
export const PLAIN = 1;
/** A string in quotation marks, of ASCII without escapes. */
export const STRING = 2;
/** Something that is read in another way. */
export const ODD = 3;

/** Open parentheses that are closed within so many lines are the same to the scanner, whatever stands in them. */
export const MOST_LINES = 48;
const TAB = 9;
const SPACE = 32;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/**
 * The words of one rdata as codes, without a tape: within parentheses line ends and comments are blanks. What readers of
 * fields find out stands here too, as one object is used for all rows.
 */
export class PlainWords {
  codes: Uint8Array = new Uint8Array(0);
  /** The word at hand; a string's quotation marks are none of it. */
  start = 0;
  stop = 0;
  /** Behind all words so far, with their quotation marks. */
  behind = 0;
  /** Line ends within the row. */
  lineCount = 0;
  hasComments = false;
  /** Whether END was reached; `at` is there then. */
  isEnded = false;
  at = 0;
  /** The name that the record leads to: its start, first dot (or end) and end; -1 where it has none. */
  nameStart = -1;
  nameDot = 0;
  nameEnd = 0;
  /** Whether a name was only looked at that depends on the origin. */
  isRelative = false;
  /** A number that a later field depends on, or the time read last as its digits YYYYMMDDHHmmSS. */
  kept = 0;
  time = 0;
  /** What an RRSIG record says before its signature. */
  readonly head = new SignatureHead();
  /** The name that an NSEC record leads to, or the hash of an NSEC3 record: its start, first dot (or end) and end. */
  followingStart = 0;
  followingDot = 0;
  followingEnd = 0;
  /** Whether an NSEC3 record passes over delegations that are not signed (RFC 5155 section 6). */
  isOptOut = false;
  /** Whether no field says anything that a rule may speak of. */
  isSound = true;
  /** What sums up the fields: the same for two records of a type that servers take for the same one. */
  mark = 0;
  /** Parentheses that are open. */
  depth = 0;

  /** Goes to the words that begin at an offset. */
  begin(codes: Uint8Array, from: number): void {
    this.codes = codes;
    this.at = from;
    this.behind = from;
    this.lineCount = 0;
    this.hasComments = false;
    this.isEnded = false;
    this.nameStart = -1;
    this.isRelative = false;
    this.kept = 0;
    this.mark = 0;
    this.isSound = true;
    this.isOptOut = false;
    this.depth = 0;
  }

  /** Passes over what is known up to an offset, which ends with a word that is behind another one. */
  pass(behind: number, at: number): void {
    this.behind = behind;
    this.at = at;
  }

  /** Adds a number to the mark. */
  mix(value: number): void {
    this.mark = Math.imul(this.mark ^ value, 0x01000193) + 0x9e3779b9;
  }

  /** Goes to the next word, and says what it is. */
  next(): number {
    const kind = this.toWord();
    return kind === PLAIN ? this.#word(this.at) : kind === STRING ? this.#string(this.at) : kind;
  }

  /** Goes to where the next word begins, and says what it begins as: `at` is there. */
  toWord(): number {
    const { codes } = this;
    let { at } = this;
    while (at < codes.length) {
      const kind = PLAIN_KIND[codes[at] as number] as number;
      if (kind === BLANK) at++;
      else if (kind === ORDINARY || kind === QUOTE) {
        this.at = at;
        return kind === ORDINARY ? PLAIN : STRING;
      } else if (kind === OPEN) {
        this.depth++;
        at++;
      } else if (kind === CLOSE) {
        if (this.depth-- === 0) return ODD;
        at++;
      } else if (kind !== LINE_END && kind !== COMMENT) return ODD;
      else if (this.depth === 0) return this.#end(at);
      else {
        at = this.#behindLine(at);
        if (at < 0) return ODD;
      }
    }
    return this.depth === 0 ? this.#end(at) : ODD;
  }

  /** Passes blanks from an offset on, and line feeds within parentheses; returns the offset behind them. */
  behindBlanks(from: number): number {
    const { codes } = this;
    const isOpen = this.depth > 0;
    for (let at = from; ; at++) {
      const code = codes[at];
      if (code === LINE_FEED && isOpen) this.lineCount++;
      else if (code !== TAB && code !== SPACE) return at;
    }
  }

  #end(at: number): number {
    this.at = at;
    this.isEnded = true;
    return END;
  }

  #word(from: number): number {
    const { codes } = this;
    let at = from + 1;
    while (at < codes.length && PLAIN_KIND[codes[at] as number] === ORDINARY) at++;
    return this.endWord(from, at) ? PLAIN : ODD;
  }

  /** Takes what stands between two offsets for the word at hand; false where it does not end there. */
  endWord(from: number, end: number): boolean {
    const { codes } = this;
    this.start = from;
    this.stop = end;
    this.behind = end;
    this.at = end;
    const kind = end < codes.length ? (PLAIN_KIND[codes[end] as number] as number) : BLANK;
    return kind !== ORDINARY && kind < ESCAPE && kind !== QUOTE;
  }

  #string(from: number): number {
    const { codes } = this;
    let at = from + 1;
    while (at < codes.length && isOfString(PLAIN_KIND[codes[at] as number] as number)) at++;
    if (at >= codes.length || PLAIN_KIND[codes[at] as number] !== QUOTE) return ODD;
    // What follows without a blank was meant as a part of it.
    if (at + 1 < codes.length && PLAIN_KIND[codes[at + 1] as number] === ORDINARY) return ODD;
    this.start = from + 1;
    this.stop = at;
    this.behind = at + 1;
    this.at = at + 1;
    return STRING;
  }

  /** The start of the next line within parentheses; -1 where the row is too long, or the line ends in an odd way. */
  #behindLine(from: number): number {
    const { codes } = this;
    let at = from;
    if (PLAIN_KIND[codes[at] as number] === COMMENT) {
      this.hasComments = true;
      while (at < codes.length && PLAIN_KIND[codes[at] as number] !== LINE_END) at++;
    }
    if (codes[at] === CARRIAGE_RETURN) at++;
    return codes[at] === LINE_FEED && ++this.lineCount <= MOST_LINES ? at + 1 : -1;
  }
}

function isOfString(kind: number): boolean {
  return kind !== QUOTE && kind !== LINE_END && kind < ESCAPE;
}
