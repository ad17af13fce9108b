import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { SuppressionComment } from './suppress.ts';

/** Where a suppression comment stands, and what goes with it: the blanks before it, or its whole line. */
export function commentRange(
  { document }: SourceFile,
  { line, column }: SuppressionComment,
): { readonly comment: Range; readonly removed: Range } {
  const text = document.lineText(line);
  const end = text.trimEnd().length;
  const before = text.slice(0, column).trimEnd().length;
  const comment = { start: { line, character: column }, end: { line, character: end } };
  const isAlone = before === 0 && line + 1 < document.lineCount;
  return {
    comment,
    removed: isAlone
      ? { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }
      : { start: { line, character: before }, end: { line, character: text.length } },
  };
}

/** Where one of its ids stands; with what parts it from the id before or behind. */
export function idRange(
  { line, rules, columns }: SuppressionComment,
  index: number,
  how: 'alone' | 'with-blank' = 'alone',
): Range {
  const endOf = (at: number): number => (columns[at] ?? 0) + (rules[at] ?? '').length;
  const [start, end] = [columns[index] ?? 0, endOf(index)];
  const next = columns[index + 1];
  const from = how === 'with-blank' && next === undefined && index > 0 ? endOf(index - 1) : start;
  const to = how === 'with-blank' && next !== undefined ? next : end;
  return { start: { line, character: from }, end: { line, character: to } };
}
