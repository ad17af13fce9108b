import { BLANK, KIND } from '../syntax/characters.ts';
import { type Columns, findColumns, gapBefore } from './columns.ts';
import { alignComments, type Commented, isTogether } from './comments.ts';
import { anchorOf, IndentHabits, type Indents, indentLines } from './continuation.ts';
import { type Neighbours, settleData } from './data.ts';
import { Headers } from './headers.ts';
import { type FormatRow, type Line, type Piece, RowReader, type Scanned, widthOf } from './row.ts';
import { shape } from './shape.ts';
import { type SpliceList, Splices } from './splices.ts';
import { columnBehind, columnBehindText, type FormatStyle } from './style.ts';

/** After so many rows, or characters between them, others have a turn. */
const ROWS_PER_SLICE = 1024;
const CODES_PER_SLICE = 100_000;

/** The columns and indents that the records of a text have, or are to have. */
export interface Layout {
  readonly headers: Headers;
  readonly columns: Columns;
  readonly indents: Indents;
}

/** What stays as it is in a text: rows, and all from an offset on. */
export interface Left {
  readonly isLeft: (row: number) => boolean;
  readonly stop: number;
}

/** Reads the rows that may be changed and finds their columns; each `yield` is a place to stop. */
export function* readLayout(
  scanned: Scanned,
  style: FormatStyle,
  isLeft: (row: number) => boolean,
): Generator<void, Layout> {
  const reader = new RowReader(scanned);
  const headers = new Headers(scanned);
  const habits = new IndentHabits(scanned.codes);
  for (let row = 0; row < scanned.tape.rowCount; row++) {
    if (row % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    const read = isLeft(row) ? undefined : reader.read(row);
    if (!read) continue;
    headers.add(read);
    habits.add(read);
  }
  const columns = yield* findColumns(scanned.codes, headers, style);
  const found = habits.found(columns.stops[columns.lead]?.unit ?? 'blanks');
  const indents = style.indent === 'auto' ? found : { ...found, unit: style.indent };
  return { headers, columns, indents };
}

/**
 * What is to be replaced so that the records of a text stand in columns. Rows that `isLeft` names stay as they are, byte
 * for byte; from `stop` on so does all.
 */
export function* layOut(scanned: Scanned, style: FormatStyle, left: Left): Generator<void, SpliceList> {
  const layout = yield* readLayout(scanned, style, left.isLeft);
  const { headers } = layout;
  const reader = new RowReader(scanned);
  const pen = new Pen(scanned, style, layout);
  const writer = new Writer(scanned, style, left);
  let above: FormatRow | undefined;
  let row = headers.count > 0 ? reader.read(headers.rowOf(0)) : undefined;
  for (let i = 1; row; i++) {
    if (i % ROWS_PER_SLICE === 0) yield;
    const next = i < headers.count ? reader.read(headers.rowOf(i)) : undefined;
    const below = next?.row === row.row + 1 ? next : undefined;
    yield* writer.reach(row.row);
    writer.write(row, pen.lay(row, { above: above?.row === row.row - 1 ? above : undefined, below }));
    above = row;
    row = next;
  }
  yield* writer.reach(scanned.tape.rowCount);
  return writer.end();
}

/** Lays out one row after the other. */
class Pen {
  readonly #scanned: Scanned;
  readonly #style: FormatStyle;
  readonly #layout: Layout;

  constructor(scanned: Scanned, style: FormatStyle, layout: Layout) {
    this.#scanned = scanned;
    this.#style = style;
    this.#layout = layout;
  }

  /** Settles what stands before each word of a row; gives its lines with comments. */
  lay(row: FormatRow, neighbours: Neighbours): readonly Commented[] {
    const { codes } = this.#scanned;
    const { columns, indents } = this.#layout;
    const { pieces } = row.lines[0] as Line;
    let column = row.hasOwner ? widthOf(pieces[0] as Piece) : 0;
    for (let index = row.hasOwner ? 1 : 0; index <= row.headerCount; index++) {
      const piece = pieces[index] as Piece;
      piece.gap = gapBefore(columns, row, index, column);
      column = columnBehindText(column, piece.gap);
      if (index < row.headerCount) column += widthOf(piece);
    }
    const dataGap = pieces[row.headerCount]?.gap;
    settleData(this.#scanned, row, neighbours);
    shape(row, this.#style, column);
    const firstOfData = row.lines[0]?.pieces[row.headerCount];
    if (firstOfData) firstOfData.gap = dataGap;
    if (this.#style.upperCase) upperCase(this.#scanned, row);
    if (row.lines.length > 1) indentLines(indents, row, this.#anchorColumn(row));
    let commented: Commented[] = NONE;
    for (let i = 0; i < row.lines.length; i++) {
      const line = row.lines[i] as Line;
      const last = line.pieces.at(-1);
      if (line.comment < 0 || !last) continue;
      const kind = row.lines.length === 1 ? 'record' : i === 0 ? undefined : row.row;
      const next = line.end + (codes[line.end] === 13 && codes[line.end + 1] === 10 ? 2 : 1);
      if (commented === NONE) commented = [];
      commented.push({ line, endColumn: this.#endOf(line, last), wordsEnd: last.end, next, kind });
    }
    return commented;
  }

  #anchorColumn(row: FormatRow): number {
    const line = row.lines[0] as Line;
    const anchor = anchorOf(row) ?? (line.pieces[row.headerCount] as Piece);
    return this.#endOf(line, anchor) - widthOf(anchor);
  }

  /** The column in which a piece of a line comes to end. */
  #endOf(line: Line, last: Piece): number {
    const { codes } = this.#scanned;
    let column = 0;
    for (const piece of line.pieces) {
      if (piece.gap !== undefined) column = columnBehindText(column, piece.gap);
      else for (let i = piece.gapStart; i < piece.start; i++) column = columnBehind(column, codes[i] as number);
      column += widthOf(piece);
      if (piece === last) break;
    }
    return column;
  }
}

/** Writes type and class in capital letters. */
function upperCase({ codes }: Scanned, row: FormatRow): void {
  const { pieces } = row.lines[0] as Line;
  for (const piece of [pieces[row.headerCount - 1], pieces[row.class]]) {
    if (!piece) continue;
    const word = codes.subarray(piece.start, piece.end);
    if (word.some((code) => code >= 97 && code <= 122)) piece.text = String.fromCharCode(...word).toUpperCase();
  }
}

const NONE: Commented[] = [];
/** Comments of more lines in a row are aligned by so many. */
const MOST_TOGETHER = 2000;

/**
 * Writes rows that were laid out, in the order of the text; between them blanks go behind directives and on lines with
 * nothing else. Rows wait until it is known which comments stand together.
 */
class Writer {
  readonly #scanned: Scanned;
  readonly #style: FormatStyle;
  readonly #left: Left;
  readonly #splices: Splices;
  readonly #reader: RowReader;
  #waiting: FormatRow[] = [];
  #commented: Commented[] = [];
  /** The first row that is not written yet, and where the lines before it begin. */
  #row = 0;
  #from = 0;

  constructor(scanned: Scanned, style: FormatStyle, left: Left) {
    this.#scanned = scanned;
    this.#style = style;
    this.#left = left;
    this.#splices = new Splices(scanned.codes);
    this.#reader = new RowReader(scanned);
  }

  write(row: FormatRow, commented: readonly Commented[]): void {
    const last = this.#commented.at(-1);
    const [first] = commented;
    const goesOn = last && first && isTogether(last, first) && this.#commented.length < MOST_TOGETHER;
    if (!goesOn) this.#flush();
    this.#waiting.push(row);
    for (const one of commented) this.#commented.push(one);
    if (!first) this.#flush();
  }

  /** Goes near a row, or the end behind the last one, where much that is not laid out stands before it. */
  *reach(row: number): Generator<void, void> {
    const { tape, codes } = this.#scanned;
    const done = this.#waiting.at(-1)?.row ?? this.#row - 1;
    if (row - done > ROWS_PER_SLICE) {
      this.#flush();
      for (let end = done + ROWS_PER_SLICE; end < row; end += ROWS_PER_SLICE) {
        this.#advance(end);
        yield;
      }
    }
    const gap = row > 0 ? (tape.rowNext[row - 1] as number) : 0;
    const to = Math.min(this.#left.stop, row < tape.rowCount ? (tape.rowStart[row] as number) : codes.length);
    if (to - gap <= CODES_PER_SLICE) return;
    this.#flush();
    this.#advance(row);
    while (to - this.#from > CODES_PER_SLICE) {
      const end = Math.min(to, codes.indexOf(10, this.#from + CODES_PER_SLICE) + 1 || to);
      trimLines(this.#splices, codes, this.#from, end);
      this.#from = end;
      yield;
    }
  }

  end(): SpliceList {
    this.#flush();
    const { tape, codes } = this.#scanned;
    const { stop } = this.#left;
    this.#advance(tape.rowCount);
    trimLines(this.#splices, codes, this.#from, Math.min(stop, codes.length));
    return this.#splices.all;
  }

  #flush(): void {
    if (this.#commented.length > 0) alignComments(this.#scanned.codes, this.#commented, this.#style.indent);
    for (const row of this.#waiting) {
      this.#advance(row.row);
      this.#trimTo(row.row);
      this.#splices.putRow(row);
    }
    this.#waiting = [];
    this.#commented = [];
  }

  /** Goes over the rows before one that were not laid out. */
  #advance(end: number): void {
    const { tape, codes } = this.#scanned;
    const { isLeft, stop } = this.#left;
    while (this.#row < end && (tape.rowStart[this.#row] as number) < stop) {
      const row = this.#row;
      this.#trimTo(row);
      if (!isLeft(row) && this.#reader.isDirective(row)) trimBehind(this.#splices, codes, tape.rowEnd[row] as number);
    }
  }

  /** Takes the blanks from lines with nothing else before a row, and steps over it. */
  #trimTo(row: number): void {
    const { tape, codes } = this.#scanned;
    trimLines(this.#splices, codes, this.#from, tape.rowStart[row] as number);
    this.#from = tape.rowNext[row] as number;
    this.#row = row + 1;
  }
}

/** Takes the blanks from lines that have nothing else. A carriage return may be part of a comment: line feeds count. */
function trimLines(splices: Splices, codes: Uint8Array, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const start = at;
    while (at < to && KIND[codes[at] as number] === BLANK) at++;
    const isEnd = at >= codes.length || codes[at] === 10 || (codes[at] === 13 && codes[at + 1] === 10);
    if (isEnd && at > start) splices.put(start, at, '');
    const feed = codes.indexOf(10, at);
    at = feed < 0 ? to : feed + 1;
  }
}

/** Takes the blanks from the end of a line behind its last word. */
function trimBehind(splices: Splices, codes: Uint8Array, start: number): void {
  let at = start;
  while (at < codes.length && KIND[codes[at] as number] === BLANK) at++;
  const isEnd = at >= codes.length || codes[at] === 10 || (codes[at] === 13 && codes[at + 1] === 10);
  if (isEnd && at > start) splices.put(start, at, '');
}
