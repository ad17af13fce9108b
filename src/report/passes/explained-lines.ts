import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Without what a rule finds on a line of which reading the text says the cause. */
export function explainedLines(shown: readonly Shown[], { taken }: ShownContext): readonly Shown[] {
  if (!shown.some(({ rule }) => causesOf(rule).length > 0)) return shown;
  return shown.filter((item) => {
    const causes = causesOf(item.rule);
    const { line } = item.range.start;
    const cause =
      causes.length === 0
        ? undefined
        : shown.find(({ rule, range }) => range.start.line === line && causes.some(({ id }) => id === rule));
    if (!cause) return true;
    taken?.(item, cause);
    return false;
  });
}

function causesOf(rule: string): readonly { readonly id: string }[] {
  return knownRule(rule)?.followsOnLine ?? NO_CAUSES;
}

const NO_CAUSES: readonly { readonly id: string }[] = [];
