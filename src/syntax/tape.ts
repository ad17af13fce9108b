import { BYTE_ORDER_MARK } from '../text/source.ts';
import { grown } from '../text/typed-array.ts';
import { BLANK, CLOSE, COMMENT, ESCAPE, KIND, LINE_END, OPEN, ORDINARY, OUTSIDE_ASCII, QUOTE } from './characters.ts';
import { type OpenQuote, stringOverLines, unclosedQuote } from './quote-faults.ts';
import { readsAsInherited, readsAsRecord } from './recovery.ts';
import type { Fault } from './token.ts';

/** Token flags. */
export const QUOTED = 1;
export const ESCAPED = 2;
export const NOT_ASCII = 4;

/** Row flags. */
export const BLANK_OWNER = 1;
export const GROUPED = 2;

/** The scan came to the text's end inside a record, and more text follows. */
export const NEEDS_MORE = -1;

/** More faults than these are not noted in one scan: millions of them would take all memory. */
const MOST_FAULTS = 10_000;

/** More lines than this after a suspicious one are not read to find out whether a parenthesis is closed. */
const LOOKAHEAD_LINES = 64;

/**
 * Words and rows of a stretch of text, as parallel arrays that are used again for the next stretch. A row is one
 * record or directive (RFC 1035 section 5.1); lines without words make none. Offsets are into the codes scanned.
 */
export class Tape {
  tokenStart = new Int32Array(1024);
  tokenEnd = new Int32Array(1024);
  tokenFlags = new Uint8Array(1024);
  tokenCount = 0;
  rowToken = new Int32Array(257);
  rowLine = new Int32Array(257);
  rowFlags = new Uint8Array(257);
  /** Offset of the row's first line; its first word may stand on a later one. */
  rowStart = new Int32Array(257);
  /** Offset behind the row's last line, its end included. */
  rowNext = new Int32Array(257);
  /** Offset behind the last word of the row. */
  rowEnd = new Int32Array(257);
  rowCount = 0;
  /** Line ends passed since the scan began. */
  lineCount = 0;
  faults: Fault[] = [];

  reset(): void {
    this.tokenCount = 0;
    this.rowCount = 0;
    this.lineCount = 0;
    if (this.faults.length > 0) this.faults = [];
  }

  /** The number of words of a row. */
  width(row: number): number {
    return (this.rowToken[row + 1] as number) - (this.rowToken[row] as number);
  }

  note(fault: Fault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  /** Notes a quotation mark that nothing closes; the string that it was meant to close has its mend. */
  noteQuote(quote: OpenQuote): void {
    const opening = stringOverLines(quote, this.faults.at(-1));
    if (opening) this.faults[this.faults.length - 1] = opening;
    this.note(unclosedQuote(quote));
  }

  growTokens(): void {
    const size = this.tokenStart.length * 2;
    this.tokenStart = grown(this.tokenStart, size);
    this.tokenEnd = grown(this.tokenEnd, size);
    this.tokenFlags = grown(this.tokenFlags, size);
  }

  /** Ends a row of the lines from `start` to `next` behind the tokens pushed so far. */
  pushRow(start: number, next: number, firstToken: number, line: number, flags: number, tokenCount: number): void {
    const row = this.rowCount++;
    if (row + 1 >= this.rowToken.length) {
      this.rowToken = grown(this.rowToken, row * 2 + 2);
      this.rowLine = grown(this.rowLine, row * 2 + 2);
      this.rowFlags = grown(this.rowFlags, row * 2 + 2);
      this.rowStart = grown(this.rowStart, row * 2 + 2);
      this.rowNext = grown(this.rowNext, row * 2 + 2);
      this.rowEnd = grown(this.rowEnd, row * 2 + 2);
    }
    this.rowToken[row] = firstToken;
    this.rowToken[row + 1] = tokenCount;
    this.rowLine[row] = line;
    this.rowFlags[row] = flags;
    this.rowStart[row] = start;
    this.rowNext[row] = next;
    this.rowEnd[row] = this.tokenEnd[tokenCount - 1] as number;
  }
}

/** How far a scan may go: it stops at the first row's end at which one of the limits is reached. */
export interface ScanLimits {
  readonly rows: number;
  readonly lines: number;
}

/**
 * Reads rows of `codes` from `from`, which must be a row's start, into the tape. `last` says that nothing follows the
 * codes. Returns the offset behind the last row read, always a line's start or the end, or NEEDS_MORE.
 */
export function scan(codes: Uint8Array, from: number, last: boolean, limits: ScanLimits, tape: Tape): number {
  tape.reset();
  const size = codes.length;
  const rowLimit = limits.rows;
  const lineLimit = limits.lines;
  let { tokenStart, tokenEnd, tokenFlags } = tape;
  let count = 0;
  let at = from;
  let line = 0;
  let horizon = 0;
  // One NUL character and one stray parenthesis a row are told of.
  let nulRow = -1;
  let strayRow = -1;
  if (codes[at] === BYTE_ORDER_MARK) tape.note(byteOrderMark(at++));

  while (at < size) {
    if ((tape.rowCount >= rowLimit || line >= lineLimit) && at >= horizon) break;
    // One row: from a line's start to the first line end outside parentheses.
    const firstToken = count;
    const rowStart = at;
    let rowLine = line;
    let flags = KIND[codes[at] as number] === BLANK ? BLANK_OWNER : 0;
    let depth = 0;
    let opening = -1;
    for (;;) {
      if (at >= size) {
        if (!last && (depth > 0 || !endsLine(codes, size))) return NEEDS_MORE;
        if (depth > 0) tape.note(unclosed(opening, count > firstToken ? (tokenEnd[count - 1] as number) : opening + 1));
        break;
      }
      const code = codes[at] as number;
      let kind = KIND[code] as number;
      if (kind === BLANK) {
        at++;
        continue;
      }
      if (kind === LINE_END) {
        if (code === 13 && codes[at + 1] === 10) at++;
        at++;
        line++;
        if (depth === 0) break;
        if (!isSuspect(codes, at)) continue;
        const verdict = closesSoon(codes, at, depth, last);
        if (verdict === NEEDS_MORE) return NEEDS_MORE;
        // What was looked at is read on behind the suspicious line's start without asking again.
        horizon = Math.max(horizon, Math.abs(verdict));
        if (verdict >= 0) continue;
        tape.note(unclosed(opening, count > firstToken ? (tokenEnd[count - 1] as number) : opening + 1));
        break;
      }
      if (kind === COMMENT) {
        for (; at < size && codes[at] !== 10; at++) if (codes[at] === 13 && codes[at + 1] !== 10) line++;
        continue;
      }
      if (kind === OPEN) {
        if (depth++ === 0) opening = at;
        flags |= GROUPED;
        at++;
        continue;
      }
      if (kind === CLOSE) {
        if (depth > 0) depth--;
        else if (strayRow !== rowStart) {
          const end = closingEnd(codes, at);
          tape.note(strayClosing(at, end));
          strayRow = rowStart;
          at = end;
          continue;
        }
        at++;
        continue;
      }
      // A word.
      if (count === firstToken) rowLine = line;
      if (count === tokenStart.length) {
        tape.growTokens();
        ({ tokenStart, tokenEnd, tokenFlags } = tape);
      }
      tokenStart[count] = at;
      if (kind === QUOTE) {
        const end = quotedEnd(codes, at, last);
        for (let i = at; i < end; i++) if (codes[i] === 10 || codes[i] === 13) line++;
        if (!isClosed(codes, at, end)) {
          if (end >= size && !last) return NEEDS_MORE;
          const hasOwner = (flags & BLANK_OWNER) === 0;
          const words = { tokenStart, tokenEnd, first: firstToken, count };
          tape.noteQuote({ codes, start: at, end, ...words, hasOwner, isGrouped: depth > 0 });
          if (depth > 0 && codes.subarray(at, end).includes(41)) depth = 0;
        }
        tokenFlags[count] = QUOTED | flagsBetween(codes, at, end);
        tokenEnd[count++] = end;
        at = end;
        continue;
      }
      let wordFlags = 0;
      for (;;) {
        while (kind === ORDINARY && ++at < size) kind = KIND[codes[at] as number] as number;
        if (at >= size || (kind !== ORDINARY && kind < ESCAPE)) break;
        if (kind === ESCAPE) {
          wordFlags |= ESCAPED;
          if (at + 1 < size && KIND[codes[at + 1] as number] !== LINE_END) at++;
        } else if (kind === OUTSIDE_ASCII) {
          if (codes[at] === 0 && nulRow !== rowStart) {
            tape.note(nulCharacter(at));
            nulRow = rowStart;
          }
          wordFlags |= NOT_ASCII;
        }
        at++;
        if (at >= size) break;
        kind = KIND[codes[at] as number] as number;
      }
      tokenFlags[count] = wordFlags;
      tokenEnd[count++] = at;
    }
    if (count > firstToken) tape.pushRow(rowStart, at, firstToken, rowLine, flags, count);
  }
  tape.tokenCount = count;
  tape.lineCount = line;
  return at;
}

function endsLine(codes: Uint8Array, end: number): boolean {
  return end > 0 && KIND[codes[end - 1] as number] === LINE_END;
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

/** `end` is where the record's last word ends. */
function unclosed(opening: number, end: number): Fault {
  const behind = Math.max(end, opening + 1);
  return {
    rule: 'syntax-parenthesis',
    start: opening,
    end: opening + 1,
    message: 'This "(" is never closed: the record ends where its ")" is missing',
    fixes: [{ title: 'Close it behind the last word', start: behind, end: behind, text: ' )' }],
    isUnclosed: true,
  };
}

/** Servers take it for the beginning of the first name. */
function byteOrderMark(at: number): Fault {
  return {
    rule: 'syntax-character',
    start: at,
    end: at + 1,
    message: 'The file begins with a byte order mark, which no server reads: save it as UTF-8 without one',
    fixes: [{ title: 'Delete the byte order mark', start: at, end: at + 1, text: '' }],
  };
}

/** `start` to `end` are parentheses that follow each other. */
function strayClosing(start: number, end: number): Fault {
  const count = end - start;
  return {
    rule: 'syntax-parenthesis',
    start,
    end,
    message: `${count > 1 ? `These ${count} ")" close` : 'This ")" closes'} nothing: no "(" is open here`,
    fixes: [{ title: count > 1 ? `Delete the ${count} ")"` : 'Delete the ")"', start, end, text: '' }],
  };
}

function nulCharacter(at: number): Fault {
  return {
    rule: 'syntax-character',
    start: at,
    end: at + 1,
    message: 'A NUL character stands here: servers refuse the record',
    fixes: [{ title: 'Delete the NUL character', start: at, end: at + 1, text: '' }],
  };
}
