import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Without what a name lacks where something else is said of the record that was meant for it. */
export function explainedNames(shown: readonly Shown[], { places, taken }: ShownContext): readonly Shown[] {
  const { names } = places.store;
  const meant = new Map<string, Shown>();
  for (const item of shown) {
    const place = item.finding?.data?.meant;
    if (typeof place === 'string') meant.set(`${item.rule} ${place.slice(place.indexOf('.') + 1)}`, item);
  }
  if (meant.size === 0) return shown;
  return shown.filter(({ rule, finding }, index) => {
    const [cause] = (finding && knownRule(rule)?.followsAtName) ?? [];
    const item = finding && cause && meant.get(`${cause.id} ${names.text(finding.key)}`);
    if (item) taken?.(shown[index] as Shown, item);
    return !item;
  });
}
