import type { Faulted } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';

/** While files are being read, without what one of them may settle: one that is included, also with its $TTL. */
export function stillReading(read: readonly Faulted[], { isReading, taken }: PassContext): readonly Faulted[] {
  if (!isReading) return read;
  return read.filter((fault) => {
    if (!knownRule(fault.rule)?.needsAllFiles) return true;
    taken?.(fault, 'files are still being read');
    return false;
  });
}
