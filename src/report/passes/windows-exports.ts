import type { SourceFile } from '../../workspace/instance.ts';
import type { Faulted } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';

/**
 * In files that Windows' DNS server exports (`.dns`, or with the lines that it begins them with), without what they mean so: the SOA's minimum is the TTL of all records
 * that give none.
 */
export function windowsExports(read: readonly Faulted[], { file, taken }: PassContext): readonly Faulted[] {
  if (!/\.dns$/i.test(file.path) && !isByItsHead(file)) return read;
  return read.filter((fault) => {
    if (fault.severity !== undefined || !knownRule(fault.rule)?.isMeantInWindowsExports) return true;
    taken?.(fault, 'an export of Windows means it so');
    return false;
  });
}

/** Whether a file begins with the comment that Windows' server writes first: `;  Database file example.com.dns for ...`. */
function isByItsHead({ document }: SourceFile): boolean {
  const head = document.blocks[0]?.slice(0, 200) ?? '';
  return /^;[ \t]+Database file [^\s]{1,80}\.dns for /m.test(head);
}
