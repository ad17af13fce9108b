import { phrase } from '../../language/phrase.ts';
import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/**
 * Of a file that several views read, what is found in some of them names these: in the others the same line is right, as
 * they hold other zones beside it.
 */
export function ofSomeViews(shown: readonly Shown[], { file }: ShownContext): readonly Shown[] {
  const all = new Set(file.instances.map(({ view }) => view.name));
  if (all.size < 2) return shown;
  return shown.map((item) => {
    const { view, others = [] } = item;
    if (view === undefined || view === '' || knownRule(item.rule)?.namesViews) return item;
    const views = new Set([view, ...others.flatMap((other) => other.view ?? [])]);
    if (views.size === all.size) return item;
    return { ...item, message: phrase`${item.message} (in view ${[...views].join(', ')})` };
  });
}
