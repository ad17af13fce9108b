import type { RawFault } from '../fault-types.ts';
import type { PassContext } from '../pass.ts';

/** Of the faults at one place those of the first instance that has any. */
export function onePlaceOnce(raw: readonly RawFault[], { file, taken }: PassContext): readonly RawFault[] {
  if (file.instances.length < 2) return raw;
  const seen = new Map<string, RawFault>();
  return raw.filter((item) => {
    const { block, fault } = item;
    const key = `${block.index} ${fault.start} ${fault.end} ${fault.rule}`;
    const first = seen.get(key) ?? item;
    seen.set(key, first);
    if (first.block.instance === block.instance) return true;
    taken?.(item, first);
    return false;
  });
}
