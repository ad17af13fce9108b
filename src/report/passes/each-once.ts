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
  // Of the place at hand, by rule and side.
  const known = new Map<string, { readonly messages: Set<string>; readonly context: string; readonly at: number }>();
  for (const item of [...shown].sort(byPlace)) {
    const last = merged.at(-1);
    if (last && !isSameRange(last, item)) known.clear();
    const context = `${item.view ?? ''} ${item.zone ?? ''}`;
    const key = `${item.rule} ${item.primary}`;
    const said = known.get(key);
    if (said && (said.messages.has(item.message) || (item.primary && said.context !== context))) {
      const first = merged[said.at];
      if (first) taken?.(item, first);
      if (first?.message === item.message) merged[said.at] = { ...first, others: [...(first.others ?? []), item] };
      continue;
    }
    if (said) said.messages.add(item.message);
    else known.set(key, { messages: new Set([item.message]), context, at: merged.length });
    merged.push(item);
  }
  return merged;
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
