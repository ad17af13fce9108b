import { hasTab } from './columns.ts';
import type { Line } from './row.ts';
import { filler, TAB, type Unit } from './style.ts';

/** A line with a comment behind its words. */
export interface Commented {
  readonly line: Line;
  /** The column in which its words come to end, and where they end in the text. */
  readonly endColumn: number;
  readonly wordsEnd: number;
  /** Where the next line begins in the text. */
  readonly next: number;
  /** Lines are aligned with those of the same kind that follow each other; undefined for one that stands alone. */
  readonly kind: 'record' | number | undefined;
}

/** Comments behind lines that are longer stand where they are. */
const LONGEST = 100;

/** Puts the comments of lines that follow each other into one column: the one that most of them have, where it is free. */
export function alignComments(codes: Uint8Array, commented: readonly Commented[], indent: Unit | 'auto'): void {
  let from = 0;
  for (let i = 1; i <= commented.length; i++) {
    if (i < commented.length && isTogether(commented[i - 1] as Commented, commented[i] as Commented)) continue;
    alignGroup(codes, commented.slice(from, i), indent);
    from = i;
  }
}

/** Whether the comments of two lines that follow each other are to begin in one column. */
export function isTogether(above: Commented, below: Commented): boolean {
  if (above.kind === undefined || above.kind !== below.kind) return false;
  // Of one record all lines go together.
  if (above.kind === 'record' && above.next !== below.line.start) return false;
  return above.endColumn <= LONGEST && below.endColumn <= LONGEST;
}

function alignGroup(codes: Uint8Array, group: readonly Commented[], indent: Unit | 'auto'): void {
  const [first, second] = group;
  if (!first) return;
  if (!second) {
    // A comment without a blank before it gets one.
    if (first.wordsEnd === first.line.comment) first.line.commentGap = ' ';
    return;
  }
  const counts = new Map<number, number>();
  let tabs = 0;
  let last = 0;
  for (const { line, endColumn, wordsEnd } of group) {
    counts.set(line.commentColumn, (counts.get(line.commentColumn) ?? 0) + 1);
    if (hasTab(codes, { gapStart: wordsEnd, start: line.comment })) tabs++;
    last = Math.max(last, endColumn);
  }
  const own: Unit = tabs * 2 > group.length ? 'tabs' : 'blanks';
  const unit = indent === 'auto' ? own : indent;
  const known = [...counts].find(([column, count]) => count * 2 > group.length && column > last)?.[0];
  const column = known ?? (unit === 'tabs' ? (Math.floor(last / TAB) + 1) * TAB : last + 1);
  for (const { line, endColumn } of group) line.commentGap = filler(endColumn, column, unit);
}
