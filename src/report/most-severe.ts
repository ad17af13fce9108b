import type { FindingPart } from '../rules/facts/placed-finding.ts';
import type { Level } from '../rules/rule.ts';
import { levels } from '../settings/settings-table.ts';
import type { Many } from './pass.ts';

/** Some of many, and how many more there are. */
export interface Picked<T> {
  readonly picked: readonly T[];
  readonly left: number;
}

/**
 * Of so many items at most `limit`, those of the highest levels, in their order; what is off is not among them, unless
 * all are picked. Where the items come in parts, of each no more are looked at than are wanted.
 */
export function mostSevere<T>(
  items: Pick<Many<T>, 'parts' | typeof Symbol.iterator>,
  count: number,
  how: How<T>,
): Picked<T> {
  if (count <= how.limit) return { picked: [...items], left: 0 };
  const byLevel = new Map<Level, T[]>(levels.map((level) => [level, []]));
  const offCount = items.parts ? pickOfParts(items.parts, byLevel, how) : pick(items, byLevel, how);
  const picked = [...byLevel.values()].flat().slice(0, how.limit);
  return { picked, left: count - offCount - picked.length };
}

interface How<T> {
  readonly limit: number;
  readonly levelOf: (item: T) => Level;
}

/** Both fill the lists of levels up to the limit, and tell how many items are off. */
function pick<T>(items: Iterable<T>, byLevel: ReadonlyMap<Level, T[]>, { limit, levelOf }: How<T>): number {
  let offCount = 0;
  for (const item of items) {
    const level = levelOf(item);
    const list = byLevel.get(level);
    if (level === 'off') offCount++;
    else if (list && list.length < limit) list.push(item);
    else if (level === 'error') break;
  }
  return offCount;
}

function pickOfParts<T>(
  parts: readonly FindingPart<T>[],
  byLevel: ReadonlyMap<Level, T[]>,
  { limit, levelOf }: How<T>,
): number {
  let offCount = 0;
  for (const part of parts) {
    const [first] = part;
    const level = first === undefined ? 'off' : levelOf(first);
    const list = byLevel.get(level) ?? [];
    if (level === 'off') offCount += part.size;
    else
      for (const item of part) {
        if (list.length >= limit) break;
        list.push(item);
      }
  }
  return offCount;
}
