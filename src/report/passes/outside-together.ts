import type { Instance } from '../../workspace/instance.ts';
import type { RawFault } from '../fault-types.ts';
import { type OutsideJoined, outsideJoined } from '../outside-report.ts';
import type { Many, PassContext } from '../pass.ts';

/**
 * The records of each instance that lie outside its zone, put together where one line is the cause of several. They are
 * told of first in each instance, so that a limit keeps them.
 */
export function outsideTogether(raw: Many<RawFault>, { file, places, taken }: PassContext): Many<RawFault> {
  const joined = new Map<Instance, OutsideJoined>();
  let { length } = raw;
  for (const instance of file.instances) {
    const found = outsideJoined(instance, places.store);
    if (found.told.length === 0) continue;
    joined.set(instance, found);
    length += found.told.length - found.grouped.size;
  }
  if (joined.size === 0) return raw;
  return { length, [Symbol.iterator]: () => withTold(raw, joined, taken) };
}

function* withTold(
  raw: Iterable<RawFault>,
  joined: ReadonlyMap<Instance, OutsideJoined>,
  taken: PassContext['taken'],
): Generator<RawFault> {
  let instance: Instance | undefined;
  let of: OutsideJoined | undefined;
  for (const item of raw) {
    if (item.block.instance !== instance) {
      instance = item.block.instance;
      of = joined.get(instance);
      if (of) yield* of.told;
    }
    const together = of?.grouped.get(item.fault);
    if (!together) yield item;
    else taken?.(item, together);
  }
}
