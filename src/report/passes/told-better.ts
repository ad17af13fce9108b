import { byLine } from '../by-line.ts';
import { knownRule } from '../known-rule.ts';
import { isOfOtherZone } from '../other-zone.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Without what reading found of a record outside its zone where a rule says more of the same line. */
export function toldBetter(shown: readonly Shown[], { taken }: ShownContext): readonly Shown[] {
  const isRead = ({ finding, rule }: Shown): boolean => !finding && knownRule(rule)?.refinesReading === true;
  if (!shown.some(isRead)) return shown;
  const found = byLine(
    shown.filter(({ finding, primary }) => finding !== undefined && primary),
    ({ range }) => [range.start.line],
  );
  return shown.filter((item) => {
    const better = isRead(item) ? betterThan(item, found) : undefined;
    if (!better) return true;
    taken?.(item, better);
    return false;
  });
}

function betterThan({ rule, range, outside }: Shown, found: ReadonlyMap<number, readonly Shown[]>): Shown | undefined {
  return found
    .get(outside?.firstLine ?? range.start.line)
    ?.find((other) => other.rule === rule || (outside?.isSoa === true && isOfOtherZone(other)));
}
