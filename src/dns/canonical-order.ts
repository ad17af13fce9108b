import { LENGTH } from './name-meta.ts';
import { META, type NameId, type NameTable, NODE_SIZE, START } from './name-table.ts';

/**
 * Orders names as signed zones do (RFC 4034 section 6.1): by their labels from the right, a name before those below it.
 * Below 0 where `a` comes first.
 */
export function compareCanonical(names: NameTable, a: NameId, b: NameId): number {
  if (a !== b && names.parent(a) === names.parent(b)) return compareLabels(names, a, b);
  const depth = Math.min(names.depth(a), names.depth(b));
  let nodeA = names.ancestorAt(a, depth);
  let nodeB = names.ancestorAt(b, depth);
  if (nodeA === nodeB) return names.depth(a) - names.depth(b);
  while (names.parent(nodeA) !== names.parent(nodeB)) {
    nodeA = names.parent(nodeA);
    nodeB = names.parent(nodeB);
  }
  return compareLabels(names, nodeA, nodeB);
}

function compareLabels({ columns: { nodes, bytes } }: NameTable, a: NameId, b: NameId): number {
  const startA = nodes[a * NODE_SIZE + START] as number;
  const startB = nodes[b * NODE_SIZE + START] as number;
  const lengthA = (nodes[a * NODE_SIZE + META] as number) & LENGTH;
  const lengthB = (nodes[b * NODE_SIZE + META] as number) & LENGTH;
  const length = Math.min(lengthA, lengthB);
  for (let i = 0; i < length; i++) {
    const difference = (bytes[startA + i] as number) - (bytes[startB + i] as number);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
