import type { Shown } from './shown.ts';

/** Findings of a file by lines, in their order. */
export function byLine(
  shown: readonly Shown[],
  linesOf: (item: Shown) => Iterable<number>,
): ReadonlyMap<number, readonly Shown[]> {
  const found = new Map<number, Shown[]>();
  for (const item of shown) {
    for (const line of new Set(linesOf(item))) {
      const others = found.get(line);
      if (others) others.push(item);
      else found.set(line, [item]);
    }
  }
  return found;
}

/** The lines of its own file that a finding speaks of beside the one it stands on. */
export function relatedLines({ path, related }: Shown): number[] {
  return related.filter((place) => place.path === path).map(({ range }) => range.start.line);
}
