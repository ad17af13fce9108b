import type { Instance } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { RawFault } from './fault-types.ts';
import type { GroupedFinding } from './passes/generated-lines.ts';

/** By instance as they come, which depends on the texts only, in each in the order of the text. */
export function inTextOrder(raw: readonly RawFault[]): readonly RawFault[] {
  const ranks = new Map<Instance, number>();
  for (const { block } of raw) if (!ranks.has(block.instance)) ranks.set(block.instance, ranks.size);
  const rank = ({ block }: RawFault): number => ranks.get(block.instance) ?? 0;
  return [...raw].sort((a, b) => rank(a) - rank(b) || a.block.index - b.block.index || a.fault.start - b.fault.start);
}

/**
 * Findings by the blocks and rows of their records, those of one row as they come: so a block is read once for all that is
 * found in it. What is found at no record comes first.
 */
export function inRowOrder(store: Store, found: readonly GroupedFinding[]): readonly GroupedFinding[] {
  // A number each says the row and which finding it is: numbers are put in order ten times as fast as things.
  const order = new Float64Array(found.length);
  let isInOrder = true;
  let last = 0;
  found.forEach((placed, place) => {
    const row = rowOf(store, placed);
    order[place] = row * found.length + place;
    isInOrder &&= row >= last;
    last = row;
  });
  if (isInOrder) return found;
  order.sort();
  if ((order.at(-1) ?? 0) > Number.MAX_SAFE_INTEGER) return found;
  return Array.from(found, (_, place) => found[(order[place] as number) % found.length] as GroupedFinding);
}

function rowOf(store: Store, { finding: { at } }: GroupedFinding): number {
  return at.kind === 'record'
    ? (store.blockOf(at.record)?.index ?? 0) * ROWS + (store.records.row[at.record] as number)
    : 0;
}

/** More rows than there are in nearly all blocks. */
const ROWS = 1024;
