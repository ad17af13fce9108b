import { levels } from '../../settings/settings-table.ts';
import type { ShownContext } from '../pass.ts';
import { isSameRange } from '../place.ts';
import type { Shown } from '../shown.ts';

/**
 * In the order of the text. A file that is read in several instances shows what is found at one place in each of them once.
 * What is shown at the counterpart was found in other files: an SOA has what many zones lack in its own. Of what views find
 * the most severe holds.
 */
export function eachOnce(shown: readonly Shown[], { taken }: ShownContext): readonly Shown[] {
  const merged: Shown[] = [];
  // The first at the place at hand, of the rule and the side at hand: in this order all of them are behind it.
  let first: Shown | undefined;
  let at = 0;
  let messages: Set<string> | undefined;
  for (const item of [...shown].sort(byPlace)) {
    if (!first || first.rule !== item.rule || first.primary !== item.primary || !isSameRange(first, item)) {
      first = item;
      at = merged.length;
      messages = undefined;
      merged.push(item);
      continue;
    }
    const isSaid = messages?.has(item.message) ?? first.message === item.message;
    if (!isSaid && !(item.primary && isOfOthers(first, item))) {
      messages = (messages ?? new Set([first.message])).add(item.message);
      merged.push(item);
      continue;
    }
    const told = merged[at];
    if (told) taken?.(item, told);
    if (told?.message === item.message) merged[at] = { ...told, others: [...(told.others ?? []), item] };
  }
  return merged;
}

/** Whether two are found in other zones or views. */
function isOfOthers(a: Shown, b: Shown): boolean {
  return (a.view ?? '') !== (b.view ?? '') || (a.zone ?? '') !== (b.zone ?? '');
}

/** By place, then by rule, at primary places by severity, and by message: an order that depends on the texts only. */
function byPlace(a: Shown, b: Shown): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    a.range.end.line - b.range.end.line ||
    a.range.end.character - b.range.end.character ||
    compare(a.rule, b.rule) ||
    Number(b.primary) - Number(a.primary) ||
    (a.primary ? levels.indexOf(a.severity) - levels.indexOf(b.severity) : 0) ||
    compare(a.message, b.message) ||
    compare(a.view ?? '', b.view ?? '') ||
    compare(a.zone ?? '', b.zone ?? '') ||
    compareRelated(a, b)
  );
}

/** By the places that are named with it: those of the same file first. */
function compareRelated(a: Shown, b: Shown): number {
  const elsewhere = ({ path, related }: Shown): number => related.filter((other) => other.path !== path).length;
  return elsewhere(a) - elsewhere(b) || compare(JSON.stringify(a.related), JSON.stringify(b.related));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
