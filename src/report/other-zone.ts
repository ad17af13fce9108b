import { knownRule } from './known-rule.ts';
import type { Shown } from './shown.ts';

/** Whether it is said of an SOA that it is another zone's than the file is read for. */
export function isOfOtherZone({ rule, finding }: Shown): boolean {
  return knownRule(rule)?.tellsOtherZone === true && finding?.at.kind === 'record';
}
