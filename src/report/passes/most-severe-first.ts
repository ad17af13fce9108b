import type { Finding } from '../../rules/rule.ts';
import type { Fault } from '../../syntax/token.ts';
import { mostSevere } from '../most-severe.ts';
import type { Many, PassContext } from '../pass.ts';
import type { Item } from '../trace.ts';

/** Of more findings than are wanted the most severe ones; how many are left, the context hears. */
export function mostSevereFirst<T extends Item & ({ fault: Fault } | { finding: Finding })>(
  findings: Many<T>,
  { limit, levelOf, leave, taken }: PassContext,
): readonly T[] {
  const all = taken && findings.length > limit ? [...findings] : findings;
  const { picked, left } = mostSevere(all, findings.length, {
    limit,
    levelOf: (item) => {
      const { rule, severity } = 'fault' in item ? item.fault : item.finding;
      return levelOf(rule, severity);
    },
  });
  if (left > 0) leave(left);
  if (taken && all !== findings) {
    const isPicked = new Set(picked);
    for (const item of all) if (!isPicked.has(item)) taken(item, `only ${limit} are shown`);
  }
  return picked;
}
