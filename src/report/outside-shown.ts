import { isOfOtherZone } from './configured-name.ts';
import type { Shown } from './report.ts';

/** Whether a rule says more of a record outside its zone than reading the text does. */
export function isToldBetter({ rule, range, outside }: Shown, found: readonly Shown[]): boolean {
  if (rule !== 'out-of-zone') return false;
  const line = outside?.firstLine ?? range.start.line;
  return found.some(
    (other) =>
      (other.rule === rule || (outside?.isSoa === true && isOfOtherZone(other))) &&
      other.primary &&
      other.range.start.line === line,
  );
}

/** Of an SOA that is another zone's than the file is read for: how many records are with it. */
export function withOthersOutside(shown: Shown, faults: readonly Shown[]): Shown {
  if (!isOfOtherZone(shown)) return shown;
  const { line } = shown.range.start;
  const count = faults.find(({ outside }) => outside?.isSoa && outside.firstLine === line)?.outside?.count ?? 1;
  if (count === 1) return shown;
  const others = count === 2 ? 'another record' : `${count - 1} other records`;
  return { ...shown, message: `${shown.message}, and would drop ${others} of the file as well` };
}
