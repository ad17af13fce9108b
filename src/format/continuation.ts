import { hasTab } from './columns.ts';
import type { FormatRow, Line, Piece } from './row.ts';
import { filler, TAB, type Unit } from './style.ts';

/** Where the lines inside parentheses begin. */
export interface Indents {
  readonly unit: Unit;
  /** By record type. */
  readonly ofType: ReadonlyMap<number, Indent>;
}

interface Indent {
  /** Whether all lines stand below the first word of their record's data. */
  isBelow: boolean;
  /** By column how many lines begin there, and how many that only close the parentheses. */
  readonly lines: Map<number, number>;
  readonly closings: Map<number, number>;
}

const NONE: Indent = { isBelow: true, lines: new Map(), closings: new Map() };

/** Finds out how the records of a file indent the lines inside their parentheses, by type. */
export class IndentHabits {
  readonly #codes: Uint8Array;
  readonly #ofType = new Map<number, Indent>();
  /** Above 0 where more lines begin with tabs than with blanks. */
  #balance = 0;

  constructor(codes: Uint8Array) {
    this.#codes = codes;
  }

  /** Counts the lines of a record. */
  add(row: FormatRow): void {
    if (row.lines.length < 2) return;
    const known = this.#ofType.get(row.type) ?? { isBelow: true, lines: new Map(), closings: new Map() };
    this.#ofType.set(row.type, known);
    const anchor = anchorOf(row);
    const flushRight = edgeOf(row);
    for (const line of row.lines.slice(1)) {
      const first = line.pieces[0];
      if (!first || line.isNew) continue;
      if (first.gapStart < first.start) this.#balance += hasTab(this.#codes, first) ? 1 : -1;
      if (isClosing(line)) {
        count(known.closings, first.column);
        continue;
      }
      count(known.lines, flushRight ?? first.column);
      if (first.column !== anchor?.column) known.isBelow = false;
    }
  }

  /** What was found; `usual` is the unit where none tells. */
  found(usual: Unit): Indents {
    const balance = this.#balance;
    return { unit: balance > 0 ? 'tabs' : balance < 0 ? 'blanks' : usual, ofType: this.#ofType };
  }
}

/** Indents the lines of a record inside its parentheses; `anchorColumn` is where its first word of data comes to be. */
export function indentLines({ unit, ofType }: Indents, row: FormatRow, anchorColumn: number): void {
  // Of a type of which no record had several lines before, they stand below the first word.
  const known = ofType.get(row.type) ?? NONE;
  const habit = known.isBelow && anchorOf(row) ? anchorColumn : habitOf(known.lines);
  const column = habit ?? stopAt(anchorColumn, unit);
  // Where lines begin anywhere, so do those that close them.
  const closing = habit === undefined ? column : (commonest(known.closings) ?? column);
  const edge = edgeOf(row);
  for (const line of row.lines.slice(1)) {
    const first = line.pieces[0];
    if (!first) {
      // What is commented out in the first column stays there.
      if (line.comment >= 0) line.commentGap = filler(0, line.commentColumn === 0 ? 0 : column, unit);
      continue;
    }
    const at = isClosing(line) ? closing : column + (edge === undefined ? 0 : first.column - edge);
    first.gap = filler(0, at, unit);
  }
}

/** Where the first line inside the parentheses of a record is to begin, as the file has it or below the data. */
export function indentOf({ unit, ofType }: Indents, row: FormatRow): { readonly column: number; readonly unit: Unit } {
  const known = ofType.get(row.type);
  const anchor = anchorOf(row);
  if (anchor && known?.isBelow !== false) return { column: anchor.column, unit };
  const data = anchor ?? row.lines[0]?.pieces[row.headerCount];
  return { column: (known && habitOf(known.lines)) ?? stopAt(data?.column ?? 0, unit), unit };
}

/** The column of the longest line, where each line is one word and all end at the same column; undefined elsewhere. */
function edgeOf(row: FormatRow): number | undefined {
  let end = -1;
  let least = -1;
  let isRagged = false;
  for (let i = 1; i < row.lines.length; i++) {
    const line = row.lines[i] as Line;
    const [first, second] = line.pieces;
    if (!first || isClosing(line)) continue;
    if (line.isNew || (second && second.kind === 'word')) return undefined;
    const lineEnd = first.column + first.end - first.start;
    if (end >= 0 && lineEnd !== end) return undefined;
    if (least >= 0 && first.column !== least) isRagged = true;
    if (least < 0 || first.column < least) least = first.column;
    end = lineEnd;
  }
  return isRagged ? least : undefined;
}

function isClosing({ pieces }: Line): boolean {
  return pieces[0]?.kind === 'close';
}

/** The first word of the data on a record's first line. */
export function anchorOf({ lines, headerCount }: FormatRow): Piece | undefined {
  return lines[0]?.pieces.find((piece, i) => i >= headerCount && piece.kind === 'word');
}

function stopAt(column: number, unit: Unit): number {
  return unit === 'tabs' ? Math.ceil(column / TAB) * TAB : column;
}

function count(counts: Map<number, number>, column: number): void {
  counts.set(column, (counts.get(column) ?? 0) + 1);
}

/** The column in which more than half of the lines begin; lines inside parentheses do not begin in the first one. */
function habitOf(counts: ReadonlyMap<number, number>): number | undefined {
  const best = commonest(counts);
  let all = 0;
  for (const number of counts.values()) all += number;
  return best !== undefined && best > 0 && (counts.get(best) ?? 0) * 2 > all ? best : undefined;
}

/** The column that most have. */
function commonest(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [column, number] of counts) {
    const most = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (number > most || (number === most && column < (best ?? 0))) best = column;
  }
  return best;
}
