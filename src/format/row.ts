import { BLANK, CLOSE, COMMENT, KIND, LINE_END, OPEN } from '../syntax/characters.ts';
import { Header } from '../syntax/header.ts';
import { BLANK_OWNER, QUOTED, type Tape } from '../syntax/tape.ts';
import { columnBehind } from './style.ts';

/** A text as it is scanned; offsets are into the codes. */
export interface Scanned {
  readonly codes: Uint8Array;
  readonly tape: Tape;
}

/** A word or parenthesis of a record. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'open' | 'close';
  /** The column in which it begins as written; -1 for a parenthesis that is not there yet (its text stands in `text`). */
  readonly column: number;
  /** Where the blanks before it begin. */
  readonly gapStart: number;
  /** What is to stand before it; undefined where that stays. */
  gap: string | undefined;
  /** What is to stand in its place; undefined where it stays. */
  text: string | undefined;
}

/** A line of a record. */
export interface Line {
  readonly start: number;
  readonly pieces: Piece[];
  /** Where its comment begins, or -1. */
  comment: number;
  commentColumn: number;
  /** Where its line end begins. */
  end: number;
  /** Whether it is to be broken off the line before. */
  readonly isNew: boolean;
  /** What is to stand before its comment; undefined where that stays. */
  commentGap: string | undefined;
}

/** A record whose lines can be laid out: what stands before its data is on one line, outside parentheses. */
export interface FormatRow {
  readonly row: number;
  readonly lines: Line[];
  readonly type: number;
  readonly hasOwner: boolean;
  /** How many words stand before the data. */
  readonly headerCount: number;
  /** The place of the TTL and of the class among the pieces, or -1. */
  readonly ttl: number;
  readonly class: number;
}

/** Reads rows of a text; one object is used for all. */
export class RowReader {
  readonly #scanned: Scanned;
  readonly #header = new Header();

  constructor(scanned: Scanned) {
    this.#scanned = scanned;
  }

  isDirective(row: number): boolean {
    const { tape, codes } = this.#scanned;
    const first = tape.tokenStart[tape.rowToken[row] as number] as number;
    return codes[first] === 36 && ((tape.rowFlags[row] as number) & BLANK_OWNER) === 0;
  }

  /** The row as lines; undefined where it is no record, or stands in a way that is left alone. */
  read(row: number): FormatRow | undefined {
    const { tape, codes } = this.#scanned;
    if (this.isDirective(row)) return undefined;
    const header = this.#header;
    header.read(tape, row, codes);
    if (header.problem !== 'none') return undefined;
    const first = tape.rowToken[row] as number;
    const headerCount = header.rdata - first;
    const lines = linesOf(this.#scanned, row);
    const pieces = lines?.[0]?.pieces;
    if (!lines || !pieces || !isPlainHeader(pieces, headerCount)) return undefined;
    for (let token = first; token < header.rdata; token++)
      if (((tape.tokenFlags[token] as number) & QUOTED) !== 0) return undefined;
    return {
      row,
      lines,
      type: header.type,
      hasOwner: header.owner >= 0,
      headerCount,
      ttl: header.ttlToken < 0 ? -1 : header.ttlToken - first,
      class: header.classToken < 0 ? -1 : header.classToken - first,
    };
  }
}

/** What stands before the data is words with blanks between them, and something stands behind it. */
function isPlainHeader(pieces: readonly Piece[], headerCount: number): boolean {
  if (pieces.length <= headerCount) return false;
  for (let i = 0; i < headerCount; i++) {
    const piece = pieces[i] as Piece;
    if (piece.kind !== 'word' || (i > 0 && piece.gapStart === piece.start)) return false;
  }
  const data = pieces[headerCount] as Piece;
  return data.gapStart < data.start;
}

/** The lines of a row; undefined where a line end stands inside a word or a comment. */
function linesOf({ codes, tape }: Scanned, row: number): Line[] | undefined {
  const next = tape.rowNext[row] as number;
  const lastToken = tape.rowToken[row + 1] as number;
  const lines: Line[] = [];
  let token = tape.rowToken[row] as number;
  let at = tape.rowStart[row] as number;
  while (at < next) {
    const line = newLine(at);
    let column = 0;
    let gapStart = at;
    while (at < next) {
      const kind = KIND[codes[at] as number];
      if (kind === BLANK) {
        column = columnBehind(column, codes[at++] as number);
        continue;
      }
      if (kind === LINE_END) break;
      if (kind === COMMENT) {
        line.comment = at;
        line.commentColumn = column;
        at = commentEnd(codes, at, next);
        if (at < 0) return undefined;
        break;
      }
      const start = at;
      const isWord = token < lastToken && at === tape.tokenStart[token];
      if (isWord) {
        at = tape.tokenEnd[token] as number;
        if (((tape.tokenFlags[token++] as number) & QUOTED) !== 0 && hasLineEnd(codes, start, at)) return undefined;
      } else at++;
      if (!isWord && kind !== OPEN && kind !== CLOSE) return undefined;
      const pieceKind = isWord ? 'word' : kind === OPEN ? 'open' : 'close';
      line.pieces.push({ start, end: at, kind: pieceKind, column, gapStart, gap: undefined, text: undefined });
      column += at - start;
      gapStart = at;
    }
    line.end = at;
    if (at < next) at += codes[at] === 13 && codes[at + 1] === 10 ? 2 : 1;
    lines.push(line);
  }
  return lines;
}

function newLine(start: number): Line {
  return { start, pieces: [], comment: -1, commentColumn: -1, end: start, isNew: false, commentGap: undefined };
}

/** Where the line end behind a comment begins; -1 where a carriage return stands inside the comment. */
function commentEnd(codes: Uint8Array, start: number, next: number): number {
  let at = start;
  while (at < next && codes[at] !== 10 && codes[at] !== 13) at++;
  return codes[at] === 13 && codes[at + 1] !== 10 ? -1 : at;
}

function hasLineEnd(codes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (codes[i] === 10 || codes[i] === 13) return true;
  return false;
}

/** How wide a piece will be. */
export function widthOf({ start, end, text }: Piece): number {
  return text?.length ?? end - start;
}

/** The words and parentheses of the data that stand on the first line. */
export function dataOf(row: FormatRow): Piece[] {
  return (row.lines[0] as Line).pieces.slice(row.headerCount);
}
