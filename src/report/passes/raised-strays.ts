import { byLine, relatedLines } from '../by-line.ts';
import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/**
 * A host without its address, where that stands at an owner which is another name than was meant, is one finding: at that
 * owner, as grave as the other, whose message follows. Not where the settings give what is said there a weight.
 */
export function raisedStrays(shown: readonly Shown[], { isSet, taken }: ShownContext): readonly Shown[] {
  const causes = byLine(
    shown.filter(({ rule, primary }) => primary && knownRule(rule)?.tellsAstray === true && !isSet(rule)),
    ({ range }) => [range.start.line],
  );
  const told = new Map<Shown, Shown>();
  const left = shown.filter((item) => {
    const [cause] =
      item.finding?.data?.isAstray === true ? relatedLines(item).flatMap((line) => causes.get(line) ?? []) : [];
    if (!cause) return true;
    if (item.severity === 'error' || !told.has(cause)) told.set(cause, item);
    taken?.(item, cause);
    return false;
  });
  return left.length === shown.length ? shown : left.map((item) => withConsequence(item, told.get(item)));
}

function withConsequence(cause: Shown, item: Shown | undefined): Shown {
  if (!item) return cause;
  const severity = item.severity === 'error' ? item.severity : cause.severity;
  return { ...cause, severity, message: `${cause.message}; ${item.message}` };
}
