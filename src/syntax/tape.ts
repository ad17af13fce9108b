import { countWhile } from '../text/bisect.ts';
import { grown } from '../text/typed-array.ts';
import { type OpenQuote, stringOverLines, unclosedQuote } from './quote-faults.ts';
import type { Fault } from './token.ts';

/** Flag of a word: it stands in quotation marks. */
export const QUOTED = 1;
/** Flag of a word: a backslash is in it. */
export const ESCAPED = 2;
/** Flag of a word: a NUL or an octet over 127 is in it. */
export const NOT_ASCII = 4;

/** Flag of a row: it begins with a blank, so its owner is that of the row above. */
export const BLANK_OWNER = 1;
/** Flag of a row: a parenthesis opens in it. */
export const GROUPED = 2;

/** More faults than these are not noted in one scan: millions of them would take all memory. */
const MOST_FAULTS = 10_000;

/** What a tape has room for at first: thousands of zones have a few rows each. */
const FIRST_ROWS = 32;
const FIRST_TOKENS = 128;

/**
 * Words and rows of a stretch of text, as parallel arrays that are used again for the next stretch. A row is one
 * record or directive (RFC 1035 section 5.1); lines without words make none. Offsets are into the codes scanned.
 */
export class Tape {
  tokenStart = new Int32Array(FIRST_TOKENS);
  tokenEnd = new Int32Array(FIRST_TOKENS);
  tokenFlags = new Uint8Array(FIRST_TOKENS);
  tokenCount = 0;
  rowToken = new Int32Array(FIRST_ROWS + 1);
  rowLine = new Int32Array(FIRST_ROWS + 1);
  rowFlags = new Uint8Array(FIRST_ROWS + 1);
  /** Offset of the row's first line; its first word may stand on a later one. */
  rowStart = new Int32Array(FIRST_ROWS + 1);
  /** Offset behind the row's last line, its end included. */
  rowNext = new Int32Array(FIRST_ROWS + 1);
  /** Offset behind the last word of the row. */
  rowEnd = new Int32Array(FIRST_ROWS + 1);
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

  /** Makes room for so many words and rows: to copy those of a million lines takes long. */
  reserve(tokens: number, rows: number): void {
    if (tokens > this.tokenStart.length) this.#growTokens(tokens);
    if (rows >= this.rowToken.length) this.#growRows(rows + 1);
  }

  /** The number of words of a row. */
  width(row: number): number {
    return (this.rowToken[row + 1] as number) - (this.rowToken[row] as number);
  }

  /** The last row whose first word begins at an offset or before it; -1 where none does. */
  rowAt(offset: number): number {
    const { rowToken, tokenStart } = this;
    return countWhile(this.rowCount, (row) => (tokenStart[rowToken[row] as number] as number) <= offset) - 1;
  }

  note(fault: Fault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  /** Notes a quotation mark that nothing closes; the string that it was meant to close has its fix. */
  noteQuote(quote: OpenQuote): void {
    const opening = stringOverLines(quote, this.faults.at(-1));
    if (opening) this.faults[this.faults.length - 1] = opening;
    this.note(unclosedQuote(quote));
  }

  /** Adds a word of the row that is being read. */
  pushToken(start: number, end: number, flags: number): void {
    const count = this.tokenCount++;
    if (count === this.tokenStart.length) this.#growTokens(count * 2);
    this.tokenStart[count] = start;
    this.tokenEnd[count] = end;
    this.tokenFlags[count] = flags;
  }

  #growTokens(size: number): void {
    this.tokenStart = grown(this.tokenStart, size);
    this.tokenEnd = grown(this.tokenEnd, size);
    this.tokenFlags = grown(this.tokenFlags, size);
  }

  #growRows(size: number): void {
    this.rowToken = grown(this.rowToken, size);
    this.rowLine = grown(this.rowLine, size);
    this.rowFlags = grown(this.rowFlags, size);
    this.rowStart = grown(this.rowStart, size);
    this.rowNext = grown(this.rowNext, size);
    this.rowEnd = grown(this.rowEnd, size);
  }

  /** Ends a row of the lines from `start` to `next` behind the tokens pushed so far. */
  pushRow(start: number, next: number, firstToken: number, line: number, flags: number): void {
    const { tokenCount } = this;
    const row = this.rowCount++;
    if (row + 1 >= this.rowToken.length) this.#growRows(row * 2 + 2);
    this.rowToken[row] = firstToken;
    this.rowToken[row + 1] = tokenCount;
    this.rowLine[row] = line;
    this.rowFlags[row] = flags;
    this.rowStart[row] = start;
    this.rowNext[row] = next;
    this.rowEnd[row] = this.tokenEnd[tokenCount - 1] as number;
  }
  /** Makes all offsets less by one: those of codes that begin there. */
  shiftBack(offset: number): void {
    if (offset === 0) return;
    for (let token = 0; token < this.tokenCount; token++) {
      this.tokenStart[token] = (this.tokenStart[token] as number) - offset;
      this.tokenEnd[token] = (this.tokenEnd[token] as number) - offset;
    }
    for (let row = 0; row < this.rowCount; row++) {
      this.rowStart[row] = (this.rowStart[row] as number) - offset;
      this.rowNext[row] = (this.rowNext[row] as number) - offset;
      this.rowEnd[row] = (this.rowEnd[row] as number) - offset;
    }
    const moved = <Span extends Pick<Fault, 'start' | 'end'>>(span: Span): Span => ({
      ...span,
      start: span.start - offset,
      end: span.end - offset,
    });
    this.faults = this.faults.map((fault) => ({
      ...moved(fault),
      ...(fault.fixes ? { fixes: fault.fixes.map(moved) } : {}),
    }));
  }
}
