import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Without rows that have no owner above them where it is told that the record is lost which had it. */
export function lostOwners(shown: readonly Shown[], { read, taken }: ShownContext): readonly Shown[] {
  const lost = shown.find(({ rule }) => knownRule(rule)?.leavesOwnerless === true);
  const ownerless = read.find(({ isOwnerless, fixes }) => isOwnerless && fixes.length === 0);
  if (!lost || !ownerless) return shown;
  return shown.filter((item) => {
    if (item.finding || item.rule !== ownerless.rule || item.range.start.line !== ownerless.range.start.line)
      return true;
    taken?.(item, lost);
    return false;
  });
}
