import { relativeTo } from '../../dns/name.ts';
import { NO_NAME } from '../../dns/name-table.ts';
import type { Change } from '../../edits/change.ts';
import { holdsTwice } from '../../edits/meant/repeated-origin.ts';
import { counted, noun, phrase } from '../../language/phrase.ts';
import { namesOfRow, rangeOfToken, rowsIn } from '../row.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/** Writes names in full, or relative to their origin: the one under the cursor, or all of the selected lines. */
export function nameForm({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  const { store } = ctx.engine;
  const isSelection = range.start.line !== range.end.line;
  const [full, relative]: [Change[], Change[]] = [[], []];
  let texts: [string, string] | undefined;
  for (const row of rowsIn(store, file, range)) {
    // What an $ORIGIN is relative to is nothing that people want to see there.
    if (row.directive !== undefined || row.origin === NO_NAME) continue;
    // A line without a type is no record: its words are no names.
    if (row.typeCode < 0) continue;
    for (const { token, name } of namesOfRow(store, row)) {
      const at = rangeOfToken(row, token);
      const isHere =
        at.start.line === range.start.line &&
        at.start.character <= range.start.character &&
        range.start.character <= at.end.character;
      if ((!isSelection && !isHere) || token.quoted || token.text === '.') continue;
      const absolute = store.names.text(name);
      const isAbsolute = token.text.endsWith('.');
      const text = isAbsolute ? relativeTo(absolute, store.names.text(row.origin)) : absolute;
      if (text === token.text || text.endsWith('.') === isAbsolute) continue;
      // What has the zone's name twice lacks its final dot: that is not to be made firm.
      if (!isAbsolute && holdsTwice(store.names, name, row.origin)) continue;
      (isAbsolute ? relative : full).push({ file, edit: { range: at, text } });
      texts = [token.text, text];
    }
  }
  const title = (count: number, how: string): string =>
    isSelection || !texts
      ? phrase`Write ${counted(count, noun`name`)} ${how}`
      : phrase`Write ${texts[0]} as ${texts[1]}`;
  return [
    { id: 'names-full', title: title(full.length, phrase`in full`), kind: 'rewrite' as const, changes: full },
    {
      id: 'names-relative',
      title: title(relative.length, phrase`relative to the origin`),
      kind: 'rewrite' as const,
      changes: relative,
    },
  ].filter(({ changes }) => changes.length > 0);
}
