import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { FileRange } from '../place.ts';
import type { Shown } from '../shown.ts';

/** Without what a rule finds on a line of which reading the text, or verifying its signatures, says the cause. */
export function explainedLines(shown: readonly Shown[], { taken }: ShownContext): readonly Shown[] {
  if (!shown.some(({ rule }) => causesOf(rule).length > 0)) return shown;
  return shown.filter((item) => {
    const causes = causesOf(item.rule);
    const cause =
      causes.length === 0
        ? undefined
        : shown.find((other) => causes.some(({ id }) => id === other.rule) && speaksOfLine(other, item));
    if (!cause) return true;
    taken?.(item, cause);
    return false;
  });
}

function speaksOfLine({ range, related }: Shown, { path, range: { start } }: Shown): boolean {
  const isThere = (place: FileRange): boolean => place.path === path && place.range.start.line === start.line;
  return range.start.line === start.line || related.some(isThere);
}

function causesOf(rule: string): readonly { readonly id: string }[] {
  return knownRule(rule)?.followsOnLine ?? NO_CAUSES;
}

const NO_CAUSES: readonly { readonly id: string }[] = [];
