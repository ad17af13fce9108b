import { phrase } from '../../language/phrase.ts';
import { lineEndOf, rangeOfLines, rowLinesIn, textOfLines } from './lines.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/** Moves the selected lines into a file of their own, which is included in their place. */
export function extractInclude({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  const { store } = ctx.engine;
  const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
  if (last <= range.start.line || /^[a-z]+:(?!\/\/)/.test(file.path)) return [];
  const rows = rowLinesIn(store, file, { first: range.start.line, last });
  const [first] = rows;
  if (!first) return [];
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const base = file.path.slice(folder.length).replace(/\.(?:zone|db|txt)$/, '');
  let name = `${base}.inc`;
  for (let number = 2; store.files.has(folder + name); number++) name = `${base}-${number}.inc`;
  const draft = {
    id: 'extract-include',
    title: phrase`Move ${rows.length} records to ${name} and include it`,
    kind: 'extract',
  } as const;
  if (rows.some((row) => row.first < range.start.line || row.last > last))
    return [{ ...draft, changes: { refused: phrase`a record is selected only in part` } }];
  if (!first.row.owner && first.row.directive === undefined)
    return [{ ...draft, changes: { refused: phrase`the first line takes its owner from above: give it one` } }];
  const end = lineEndOf(first.row.block);
  const lines = { first: range.start.line, last };
  const text = textOfLines(file, lines)
    .map((line) => line + end)
    .join('');
  const edit = { range: rangeOfLines(file, lines), text: `$INCLUDE ${name}${end}` };
  return [{ ...draft, changes: [{ file, edit }], created: [{ path: folder + name, text }] }];
}
