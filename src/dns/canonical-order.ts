import type { NameId, NameTable } from './name-table.ts';

/**
 * Orders names as signed zones do (RFC 4034 section 6.1): by their labels from the right, a name before those below it.
 * Below 0 where `a` comes first.
 */
export function compareCanonical(names: NameTable, a: NameId, b: NameId): number {
  const depth = Math.min(names.depth(a), names.depth(b));
  let nodeA = names.ancestorAt(a, depth);
  let nodeB = names.ancestorAt(b, depth);
  if (nodeA === nodeB) return names.depth(a) - names.depth(b);
  while (names.parent(nodeA) !== names.parent(nodeB)) {
    nodeA = names.parent(nodeA);
    nodeB = names.parent(nodeB);
  }
  return compareLabels(names.label(nodeA), names.label(nodeB));
}

function compareLabels(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}
