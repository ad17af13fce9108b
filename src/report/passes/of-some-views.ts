import { phrase } from '../../language/phrase.ts';
import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/**
 * Of a file that several views read, what is found of names in other zones tells in which views it is, where it is not so in
 * all: those hold other zones beside the file.
 */
export function ofSomeViews(shown: readonly Shown[], { file }: ShownContext): readonly Shown[] {
  const all = new Set(file.instances.map(({ view }) => view.name));
  if (all.size < 2) return shown;
  return shown.map((item) => {
    const { view, others = [] } = item;
    if (view === undefined || view === '' || !knownRule(item.rule)?.asksOtherZones) return item;
    const views = new Set([view, ...others.flatMap((other) => other.view ?? [])]);
    if (views.size === all.size) return item;
    return { ...item, message: phrase`${item.message} (in view ${[...views].join(', ')})` };
  });
}
