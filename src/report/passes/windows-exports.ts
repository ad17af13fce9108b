import type { Faulted } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';

/**
 * In files that Windows' DNS server exports (`.dns`), without what they mean so: the SOA's minimum is the TTL of all records
 * that give none.
 */
export function windowsExports(read: readonly Faulted[], { file, taken }: PassContext): readonly Faulted[] {
  if (!/\.dns$/i.test(file.path)) return read;
  return read.filter((fault) => {
    if (fault.severity !== undefined || !knownRule(fault.rule)?.isMeantInWindowsExports) return true;
    taken?.(fault, 'an export of Windows means it so');
    return false;
  });
}
