import type { NameId, NameTable } from './name-table.ts';

/**
 * Orders names as signed zones do (RFC 4034 section 6.1): by their labels from the right, a name before those below it.
 * Below 0 where `a` comes first.
 */
export function compareCanonical(names: NameTable, a: NameId, b: NameId): number {
  if (a !== b && names.parent(a) === names.parent(b)) return names.compareLabels(a, b);
  const depth = Math.min(names.depth(a), names.depth(b));
  let nodeA = names.ancestorAt(a, depth);
  let nodeB = names.ancestorAt(b, depth);
  if (nodeA === nodeB) return names.depth(a) - names.depth(b);
  while (names.parent(nodeA) !== names.parent(nodeB)) {
    nodeA = names.parent(nodeA);
    nodeB = names.parent(nodeB);
  }
  return names.compareLabels(nodeA, nodeB);
}
