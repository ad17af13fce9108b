import type { SourceFile } from '../../workspace/instance.ts';
import type { Faulted } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';

/**
 * In files that Windows' DNS server exports (`.dns`, or with the lines that it begins them with), without what they mean so:
 * the SOA's minimum is the TTL of all records that give none. What that server alone reads is information there.
 */
export function windowsExports(read: readonly Faulted[], { file, taken }: PassContext): readonly Faulted[] {
  if (!/\.dns$/i.test(file.path) && !isByItsHead(file)) return read;
  const left = read.filter((fault) => {
    if (fault.severity !== undefined || !knownRule(fault.rule)?.isMeantInWindowsExports) return true;
    taken?.(fault, 'an export of Windows means it so');
    return false;
  });
  return left.map((fault) => (fault.isOfWindows ? { ...fault, severity: 'information' } : fault));
}

/** Whether a file begins with the comment that Windows' server writes first: `;  Database file example.com.dns for example.com zone.` */
function isByItsHead({ document }: SourceFile): boolean {
  const head = document.blocks[0]?.slice(0, 500) ?? '';
  return /^;[ \t]+Database file [^\s]{1,80} for [^\s]{1,255} zone/m.test(head);
}
