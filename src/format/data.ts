import { hasTab } from './columns.ts';
import { dataOf, type FormatRow, type Line, type Piece, type Scanned } from './row.ts';

/** The records on the rows beside one. */
export interface Neighbours {
  readonly above: FormatRow | undefined;
  readonly below: FormatRow | undefined;
}

/**
 * Settles the blanks between the words of data: one. Several stay where the record above or below, of the same type, has
 * its words at the same places; tabs stay, and so does what has no blank.
 */
export function settleData({ codes }: Scanned, row: FormatRow, neighbours: Neighbours): void {
  const { lines, headerCount } = row;
  const { above, below } = neighbours;
  const isLone = lines.length === 1;
  const { pieces } = lines[0] as Line;
  if (isLone && pieces.length === headerCount + 1) return;
  const isKept =
    isLone && ((above && isAligned(codes, row, above)) || (below !== undefined && isAligned(codes, row, below)));
  if (!isKept) settle(codes, pieces, headerCount + 1);
  for (let i = 1; i < lines.length; i++) settle(codes, (lines[i] as Line).pieces, 1);
}

function settle(codes: Uint8Array, pieces: readonly Piece[], from: number): void {
  const isKept = pieces.some((piece, i) => i >= from && hasTab(codes, piece));
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.gap === undefined && !isKept && piece.start - piece.gapStart > 1) piece.gap = ' ';
  }
}

/** Whether the words of two records begin at the same places behind their first ones. */
function isAligned(codes: Uint8Array, row: FormatRow, other: FormatRow): boolean {
  if (row.type !== other.type || other.lines.length > 1) return false;
  const own = dataOf(row);
  const theirs = dataOf(other);
  if (own.length !== theirs.length || own.length < 2) return false;
  return own.every((piece, i) => {
    const match = theirs[i] as Piece;
    if (i > 0 && (hasTab(codes, piece) || hasTab(codes, match))) return false;
    return piece.column - (own[0] as Piece).column === match.column - (theirs[0] as Piece).column;
  });
}
