import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** In a template the zone is not whole: what rules say of it as such is not known; where all is a template, nothing is. */
export function templateZones(shown: readonly Shown[], { template, taken }: ShownContext): readonly Shown[] {
  if (template === 'none') return shown;
  return shown.filter((item) => {
    if (!item.finding || (template === 'lines' && !isOfZone(item))) return true;
    taken?.(item, 'the file is a template');
    return false;
  });
}

function isOfZone({ rule }: Shown): boolean {
  const scope = knownRule(rule)?.scope;
  return scope === 'zone' || scope === 'sweep';
}
