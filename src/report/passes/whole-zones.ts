import { knownRule } from '../known-rule.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Servers ask whether a zone is whole where all of it could be read: before that it is no error. */
export function wholeZones(shown: readonly Shown[], { isSet }: ShownContext): readonly Shown[] {
  if (!shown.some((item) => refusedAs(item) === 'zone')) return shown;
  if (!shown.some(stopsReading)) return shown;
  return shown.map((item) =>
    item.severity === 'error' && refusedAs(item) === 'zone' && !isSet(item.rule)
      ? { ...item, severity: 'warning' }
      : item,
  );
}

/** Whether servers stop at a line for it: what reading found always, of the rules those that say so. */
function stopsReading(item: Shown): boolean {
  const { severity, primary, finding } = item;
  return severity === 'error' && primary && (!finding || refusedAs(item) === 'line');
}

/** At what servers refuse a zone for what a rule found. */
function refusedAs({ rule, finding }: Shown): 'line' | 'zone' | undefined {
  return finding && knownRule(rule)?.refused;
}
