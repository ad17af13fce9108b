import { byLine, relatedLines } from '../by-line.ts';
import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Without what a rule finds on a line of which reading the text, or verifying its signatures, says the cause. */
export function explainedLines(shown: readonly Shown[], { taken }: ShownContext): readonly Shown[] {
  const causes = new Set(shown.flatMap(({ rule }) => causesOf(rule).map(({ id }) => id)));
  if (causes.size === 0) return shown;
  const causing = byLine(
    shown.filter(({ rule }) => causes.has(rule)),
    (item) => [item.range.start.line, ...relatedLines(item)],
  );
  return shown.filter((item) => {
    const own = causesOf(item.rule);
    if (own.length === 0) return true;
    const cause = causing.get(item.range.start.line)?.find((other) => own.some(({ id }) => id === other.rule));
    if (!cause) return true;
    taken?.(item, cause);
    return false;
  });
}

function causesOf(rule: string): readonly { readonly id: string }[] {
  return knownRule(rule)?.followsOnLine ?? NO_CAUSES;
}

const NO_CAUSES: readonly { readonly id: string }[] = [];
