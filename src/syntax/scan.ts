import { BYTE_ORDER_MARK } from '../text/source.ts';
import { BLANK, CLOSE, COMMENT, ESCAPE, KIND, LINE_END, OPEN, ORDINARY, OUTSIDE_ASCII, QUOTE } from './characters.ts';
import { readsAsInherited, readsAsRecord } from './recovery.ts';
import { byteOrderMark, nulCharacter, strayClosing, unclosed } from './scan-faults.ts';
import { BLANK_OWNER, ESCAPED, GROUPED, NOT_ASCII, QUOTED, type Tape } from './tape.ts';

/** The scan came to the text's end inside a record, and more text follows. */
export const NEEDS_MORE = -1;

const DOLLAR = 36;
const LETTER_G = 103;
const LETTER_I = 105;
/** More lines than this after a suspicious one are not read to find out whether a parenthesis is closed. */
const LOOKAHEAD_LINES = 64;

/** How far a scan may go: it stops at the first row's end at which one of the limits is reached. */
export interface ScanLimits {
  readonly rows: number;
  readonly lines: number;
  /** Whether it stops before a record behind an $INCLUDE too: what is included comes before that. */
  readonly isOrdered?: true;
}

/**
 * Reads rows of `codes` from `from`, which must be a row's start, into the tape. `last` says that nothing follows the
 * codes. Returns the offset behind the last row read, always a line's start or the end, or NEEDS_MORE.
 */
export function scan(codes: Uint8Array, from: number, last: boolean, limits: ScanLimits, tape: Tape): number {
  tape.reset();
  let at = from;
  if (codes[at] === BYTE_ORDER_MARK) tape.note(byteOrderMark(at++));
  const row = new RowScan(codes, last, tape);
  let isBehindInclude = false;
  while (at < codes.length) {
    const isFull = tape.rowCount >= limits.rows || tape.lineCount >= limits.lines;
    if ((isFull || (isBehindInclude && mayMakeRecords(codes, at))) && at >= row.horizon) break;
    if (limits.isOrdered && isDirective(codes, at, LETTER_I)) isBehindInclude = true;
    at = row.read(at);
    if (at === NEEDS_MORE) return NEEDS_MORE;
  }
  return at;
}

function mayMakeRecords(codes: Uint8Array, at: number): boolean {
  const kind = KIND[codes[at] as number];
  if (codes[at] === DOLLAR) return isDirective(codes, at, LETTER_G);
  return kind !== LINE_END && kind !== COMMENT;
}

/** Whether a line begins with a dollar sign and a letter, which is enough to tell directives apart. */
function isDirective(codes: Uint8Array, at: number, letter: number): boolean {
  return codes[at] === DOLLAR && ((codes[at + 1] ?? 0) | 32) === letter;
}

/** After so many rows or lines without one others have a turn. */
const READS_PER_SLICE = 4096;

/** Reads all rows of a text into the tape; each `yield` is a place to stop. */
export function* scanWhole(codes: Uint8Array, tape: Tape): Generator<void, void> {
  tape.reset();
  let at = 0;
  if (codes[at] === BYTE_ORDER_MARK) tape.note(byteOrderMark(at++));
  const row = new RowScan(codes, true, tape);
  for (let count = 1; at < codes.length; count++) {
    at = row.read(at);
    if (count % READS_PER_SLICE !== 0) continue;
    // Most texts go on as they begin.
    const share = (1.1 * codes.length) / at;
    if (count === READS_PER_SLICE) tape.reserve(Math.ceil(share * tape.tokenCount), Math.ceil(share * tape.rowCount));
    yield;
  }
}

/**
 * Reads rows, one after the other: each from a line's start to the first line end outside parentheses. What is read at
 * an offset gives the one to go on from, or NEEDS_MORE.
 */
class RowScan {
  /** Up to here it is known whether a parenthesis is closed: no row ends before it. */
  horizon = 0;
  readonly #codes: Uint8Array;
  readonly #last: boolean;
  readonly #tape: Tape;
  #firstToken = 0;
  #flags = 0;
  #depth = 0;
  #opening = -1;
  // One NUL character and one stray parenthesis a row are told of.
  #hasNul = false;
  #hasStray = false;

  constructor(codes: Uint8Array, last: boolean, tape: Tape) {
    this.#codes = codes;
    this.#last = last;
    this.#tape = tape;
  }

  /** Reads the row that starts at an offset. */
  read(start: number): number {
    const codes = this.#codes;
    const tape = this.#tape;
    const firstToken = tape.tokenCount;
    this.#firstToken = firstToken;
    this.#flags = KIND[codes[start] as number] === BLANK ? BLANK_OWNER : 0;
    this.#depth = 0;
    this.#hasNul = false;
    this.#hasStray = false;
    let rowLine = tape.lineCount;
    let at = start;
    for (let isWithin = true; isWithin; ) {
      if (at >= codes.length) {
        // A carriage return before it ends no comment.
        if (!this.#last) return NEEDS_MORE;
        if (this.#depth > 0) this.#noteUnclosed();
        break;
      }
      const kind = KIND[codes[at] as number] as number;
      if (kind === BLANK) {
        at++;
      } else if (kind === LINE_END) {
        at += codes[at] === 13 && codes[at + 1] === 10 ? 2 : 1;
        tape.lineCount++;
        isWithin = this.#depth > 0 && this.#goesOn(at);
        if (this.horizon === NEEDS_MORE) return NEEDS_MORE;
      } else if (kind === COMMENT || kind === OPEN || kind === CLOSE) {
        at = this.#mark(at, kind);
      } else {
        if (tape.tokenCount === firstToken) rowLine = tape.lineCount;
        at = kind === QUOTE ? this.#quoted(at) : readWord(codes, at, kind, this, tape);
        if (at === NEEDS_MORE) return NEEDS_MORE;
      }
    }
    if (tape.tokenCount > firstToken) tape.pushRow(start, at, firstToken, rowLine, this.#flags);
    return at;
  }

  /** Whether the row goes on in the line that begins at an offset within parentheses; `horizon` says NEEDS_MORE. */
  #goesOn(at: number): boolean {
    if (!isSuspect(this.#codes, at)) return true;
    const verdict = closesSoon(this.#codes, at, this.#depth, this.#last);
    // What was looked at is read on behind the suspicious line's start without asking again.
    this.horizon = verdict === NEEDS_MORE ? NEEDS_MORE : Math.max(this.horizon, Math.abs(verdict));
    if (verdict < NEEDS_MORE) this.#noteUnclosed();
    return verdict >= 0;
  }

  /** Notes the parenthesis that nothing closes: it ends behind the last word. */
  #noteUnclosed(): void {
    const { tokenCount, tokenEnd } = this.#tape;
    const hasWords = tokenCount > this.#firstToken;
    this.#tape.note(unclosed(this.#opening, hasWords ? (tokenEnd[tokenCount - 1] as number) : this.#opening + 1));
  }

  /** Passes over a comment or a parenthesis. */
  #mark(start: number, kind: number): number {
    const codes = this.#codes;
    if (kind === COMMENT) {
      let at = start;
      for (; at < codes.length && codes[at] !== 10; at++)
        if (codes[at] === 13 && codes[at + 1] !== 10) this.#tape.lineCount++;
      return at;
    }
    if (kind === OPEN) {
      if (this.#depth++ === 0) this.#opening = start;
      this.#flags |= GROUPED;
    } else if (this.#depth > 0) {
      this.#depth--;
    } else if (!this.#hasStray) {
      const end = closingEnd(codes, start);
      this.#tape.note(strayClosing(start, end));
      this.#hasStray = true;
      return end;
    }
    return start + 1;
  }

  /** Reads a quoted string as a word. */
  #quoted(start: number): number {
    const codes = this.#codes;
    const tape = this.#tape;
    const end = quotedEnd(codes, start, this.#last);
    for (let at = start; at < end; at++) if (codes[at] === 10 || codes[at] === 13) tape.lineCount++;
    if (!isClosed(codes, start, end)) {
      if (end >= codes.length && !this.#last) return NEEDS_MORE;
      const hasOwner = (this.#flags & BLANK_OWNER) === 0;
      const { tokenStart, tokenEnd, tokenCount: count } = tape;
      const words = { tokenStart, tokenEnd, first: this.#firstToken, count };
      tape.noteQuote({ codes, start, end, ...words, hasOwner, isGrouped: this.#depth > 0 });
      if (this.#depth > 0 && codes.subarray(start, end).includes(41)) this.#depth = 0;
    }
    tape.pushToken(start, end, QUOTED | flagsBetween(codes, start, end));
    return end;
  }

  noteNul(at: number): void {
    if (!this.#hasNul) this.#tape.note(nulCharacter(at));
    this.#hasNul = true;
  }
}

/** Reads a word that is not quoted, and adds it to the tape; `first` is the kind of its first character. */
function readWord(codes: Uint8Array, start: number, first: number, row: RowScan, tape: Tape): number {
  const size = codes.length;
  let at = start;
  let kind = first;
  let flags = 0;
  for (;;) {
    while (kind === ORDINARY && ++at < size) kind = KIND[codes[at] as number] as number;
    if (at >= size || (kind !== ORDINARY && kind < ESCAPE)) break;
    if (kind === ESCAPE) {
      flags |= ESCAPED;
      if (at + 1 < size && KIND[codes[at + 1] as number] !== LINE_END) at++;
    } else if (kind === OUTSIDE_ASCII) {
      if (codes[at] === 0) row.noteNul(at);
      flags |= NOT_ASCII;
    }
    at++;
    if (at >= size) break;
    kind = KIND[codes[at] as number] as number;
  }
  tape.pushToken(start, at, flags);
  return at;
}

/** A comment runs to the line feed: a lone carriage return, which ends a line elsewhere, does not end it (as in BIND). */
function commentEnd(codes: Uint8Array, start: number): number {
  const end = codes.indexOf(10, start);
  return end < 0 ? codes.length : end;
}

/** Behind the closing parentheses that follow each other from `start`. */
function closingEnd(codes: Uint8Array, start: number): number {
  let end = start;
  while (codes[end] === 41) end++;
  return end;
}

/**
 * A quoted string ends behind its quotation mark or before the line end. An escaped line feed is part of it, and so is a
 * carriage return where the quotation mark follows before the next line feed (as in BIND).
 */
function quotedEnd(codes: Uint8Array, start: number, last: boolean): number {
  let at = start + 1;
  let firstReturn = -1;
  while (at < codes.length) {
    const code = codes[at] as number;
    if (code === 34) return at + 1;
    if (code === 10) return firstReturn < 0 ? at : firstReturn;
    if (code === 13 && firstReturn < 0) firstReturn = at;
    if (code === 92 && at + 1 < codes.length && codes[at + 1] !== 13) at++;
    at++;
  }
  return last && firstReturn >= 0 ? firstReturn : codes.length;
}

/** An escaped quotation mark at the end is none. */
function isClosed(codes: Uint8Array, start: number, end: number): boolean {
  if (end === start + 1 || codes[end - 1] !== 34) return false;
  let backslash = end - 2;
  while (backslash > start && codes[backslash] === 92) backslash--;
  return (end - backslash) % 2 === 0;
}

function flagsBetween(codes: Uint8Array, start: number, end: number): number {
  let flags = 0;
  for (let i = start; i < end; i++) {
    const code = codes[i] as number;
    if (code === 92) flags |= ESCAPED;
    else if (code > 127) flags |= NOT_ASCII;
  }
  return flags;
}

/** True where a line inside parentheses reads as a record or directive, also as one that takes its owner from above. */
function isSuspect(codes: Uint8Array, at: number): boolean {
  let word = at;
  while (word < codes.length && KIND[codes[word] as number] === BLANK) word++;
  if (word >= codes.length) return false;
  const kind = KIND[codes[word] as number] as number;
  if (kind !== ORDINARY && kind < ESCAPE) return false;
  return word === at ? readsAsRecord(codes, at) : readsAsInherited(codes, word);
}

/**
 * Whether open parentheses are closed within some lines: the offset looked at, positive where they are, negative where
 * not. Behind one that nobody closes the later ones close each other, so that all are never closed at once.
 */
function closesSoon(codes: Uint8Array, from: number, openCount: number, last: boolean): number {
  let depth = openCount;
  let at = from;
  let lines = 0;
  while (at < codes.length) {
    switch (KIND[codes[at] as number]) {
      case LINE_END:
        at++;
        if (++lines > LOOKAHEAD_LINES) return -at;
        break;
      case COMMENT:
        at = commentEnd(codes, at);
        break;
      case QUOTE:
        at = quotedEnd(codes, at, last);
        break;
      case OPEN:
        depth++;
        at++;
        break;
      case CLOSE:
        at++;
        if (--depth === 0) return at;
        break;
      case ESCAPE:
        at += 2;
        break;
      default:
        at++;
    }
  }
  return last ? -codes.length : NEEDS_MORE;
}
