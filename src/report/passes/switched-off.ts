import type { PlacedFinding } from '../../rules/facts/placed-finding.ts';
import type { Faulted } from '../fault-types.ts';
import type { Many, PassContext } from '../pass.ts';

/** Without what is switched off: by the settings, or as a rule is not for everyone. */
export function switchedOff<T extends Faulted | PlacedFinding>(
  findings: Many<T>,
  { levelOf, taken }: PassContext,
): readonly T[] {
  return [...findings].filter((item) => {
    const { rule, severity } = 'finding' in item ? item.finding : item;
    if (levelOf(rule, severity) !== 'off') return true;
    taken?.(item, 'the rule is switched off');
    return false;
  });
}
