import { TYPE_SOA, TYPE_SPF, TYPE_TXT } from '../dns/type-codes.ts';
import { type FormatRow, type Line, type Piece, widthOf } from './row.ts';
import type { FormatStyle } from './style.ts';

const SOA_WORDS = 7;
/** The words of an SOA that stay on its first line: the server and the mailbox. */
const SOA_NAMES = 2;

/** Breaks or joins the lines of a record as the style wants it; records with comments stay as they are. */
export function shape(row: FormatRow, style: FormatStyle, dataColumn: number): void {
  if (row.lines.some((line) => line.comment >= 0)) return;
  if (row.type === TYPE_SOA && style.soa === 'lines') breakSoa(row);
  if (row.type === TYPE_SOA && style.soa === 'one-line') joinLines(row);
  if (row.type === TYPE_TXT || row.type === TYPE_SPF) breakText(row, style, dataColumn);
}

/** One line for each number of an SOA; of those that have parentheses elsewhere nothing is changed. */
function breakSoa(row: FormatRow): void {
  const data = plainData(row);
  if (data?.length === SOA_WORDS) breakLines(row, data.slice(0, SOA_NAMES), data.slice(SOA_NAMES));
}

function breakText(row: FormatRow, { textWidth }: FormatStyle, dataColumn: number): void {
  const data = plainData(row);
  if (!data || data.length < 2 || textWidth <= 0) return;
  const end = data.reduce((column, piece) => column + widthOf(piece) + 1, dataColumn) - 1;
  if (end > textWidth) breakLines(row, [], data);
}

/** The words of data on one line, without the parentheses where they stand around the last words; undefined elsewhere. */
function plainData({ lines, headerCount }: FormatRow): Piece[] | undefined {
  const [line, more] = lines;
  if (!line || more) return undefined;
  const data = line.pieces.slice(headerCount);
  return data.every(({ kind }) => kind === 'word') ? data : undefined;
}

/** Puts parentheses around words; the first one stays on its line where none is before it. */
function breakLines(row: FormatRow, before: readonly Piece[], words: readonly Piece[]): void {
  const [first, ...rest] = words;
  const line = row.lines[0];
  if (!line || !first || rest.length === 0) return;
  const lead = line.pieces.slice(0, row.headerCount);
  for (const piece of words) piece.gap = ' ';
  const hasLead = before.length > 0;
  line.pieces.length = 0;
  for (const piece of [...lead, ...before]) line.pieces.push(piece);
  line.pieces.push(added('open', first.start));
  if (!hasLead) line.pieces.push(first);
  for (const piece of hasLead ? words : rest) row.lines.push(newLine(piece, line.end));
  row.lines.at(-1)?.pieces.push(added('close', words.at(-1)?.end ?? line.end));
}

function joinLines({ lines }: FormatRow): void {
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return;
  for (const { pieces, end } of rest) {
    for (const [i, piece] of pieces.entries()) {
      if (i === 0) piece.gap = ' ';
      first.pieces.push(piece);
    }
    first.end = end;
  }
  lines.length = 1;
}

function added(kind: 'open' | 'close', at: number): Piece {
  return { start: at, end: at, kind, column: -1, gapStart: at, gap: ' ', text: kind === 'open' ? '(' : ')' };
}

function newLine(piece: Piece, end: number): Line {
  const { start } = piece;
  return { start, pieces: [piece], comment: -1, commentColumn: -1, end, isNew: true, commentGap: undefined };
}
