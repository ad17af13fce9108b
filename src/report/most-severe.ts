import type { Level } from '../rules/rule.ts';
import { levels } from '../settings/settings-table.ts';

/** Some of many, and how many more there are. */
export interface Picked<T> {
  readonly picked: readonly T[];
  readonly left: number;
}

/**
 * Of so many items at most `limit`, those of the highest levels, in their order; what is off is not among them, unless
 * all are picked.
 */
export function mostSevere<T>(
  items: Iterable<T>,
  count: number,
  how: { readonly limit: number; readonly levelOf: (item: T) => Level },
): Picked<T> {
  const { limit, levelOf } = how;
  if (count <= limit) return { picked: [...items], left: 0 };
  const byLevel = new Map<Level, T[]>(levels.map((level) => [level, []]));
  let offCount = 0;
  for (const item of items) {
    const level = levelOf(item);
    const list = byLevel.get(level);
    if (level === 'off') offCount++;
    else if (list && list.length < limit) list.push(item);
    else if (level === 'error') break;
  }
  const picked = [...byLevel.values()].flat().slice(0, limit);
  return { picked, left: count - offCount - picked.length };
}
