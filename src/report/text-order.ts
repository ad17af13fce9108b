import type { Instance } from '../workspace/instance.ts';
import type { RawFault } from './fault-types.ts';

/** By instance as they come, which depends on the texts only, in each in the order of the text. */
export function inTextOrder(raw: readonly RawFault[]): readonly RawFault[] {
  const ranks = new Map<Instance, number>();
  for (const { block } of raw) if (!ranks.has(block.instance)) ranks.set(block.instance, ranks.size);
  const rank = ({ block }: RawFault): number => ranks.get(block.instance) ?? 0;
  return [...raw].sort((a, b) => rank(a) - rank(b) || a.block.index - b.block.index || a.fault.start - b.fault.start);
}
