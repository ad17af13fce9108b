import type { ShownContext } from '../pass.ts';
import type { FileRange } from '../place.ts';
import type { Shown } from '../shown.ts';

/**
 * Without what is found at the line that a person is typing, and what other files show for it since the typing began: half
 * an address is no fault.
 */
export function beingTyped(shown: readonly Shown[], { file, typing, places, taken }: ShownContext): readonly Shown[] {
  const typed = typing && places.store.files.get(typing.path);
  if (!typing || !typed || shown.length === 0) return shown;
  const { first, last } = places.linesOfRow(typed.document, typing.line);
  const isThere = ({ path, range }: FileRange): boolean =>
    path === typing.path && range.start.line <= last && range.end.line >= first;
  return shown.filter((item) => {
    const isHere = file === typed && isThere(item);
    const isFor = !isHere && item.otherSide !== undefined && isThere(item.otherSide) && !typing.wasThere(item);
    if (!isHere && !isFor) return true;
    taken?.(item, `line ${typing.line + 1} of ${typing.path} is being typed`);
    return false;
  });
}
