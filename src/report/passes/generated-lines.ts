import type { PlacedFinding } from '../../rules/facts/placed-finding.ts';
import type { Finding } from '../../rules/rule.ts';
import type { Store } from '../../workspace/store.ts';
import { GENERATED } from '../../zone/draft.ts';
import type { Many, PassContext } from '../pass.ts';

/** A finding at one place, and those of the same rule that its $GENERATE line makes beside it. */
export interface GroupedFinding extends PlacedFinding {
  readonly alike?: readonly Finding[];
}

/**
 * The findings of a file with those of each $GENERATE line together: what a rule says of one of its records it mostly says
 * of all. The first record's finding stands for them. What is said of mail hosts (in several lines) is left by itself.
 */
export function generatedLines(
  places: Many<GroupedFinding>,
  { places: { store }, taken }: PassContext,
): Many<GroupedFinding> {
  if (![...store.views.values()].some(({ generatedCount }) => generatedCount > 0)) return places;
  const groups = new Map<string, PlacedFinding[]>();
  const found: PlacedFinding[][] = [];
  for (const placed of places) {
    const key = rowOf(store, placed);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(placed);
    else {
      const one = [placed];
      found.push(one);
      if (key !== undefined) groups.set(key, one);
    }
  }
  return found.flatMap((group) => {
    const [first, ...others] = group.length > 1 ? inOrder(store, group) : group;
    if (!first || others.length === 0) return first ? [first] : [];
    if (taken) for (const item of others) taken(item, first);
    return [{ ...first, alike: others.map(({ finding }) => finding) }];
  });
}

/** The same for findings of one rule and one line of $GENERATE; undefined for all others. */
function rowOf(store: Store, placed: PlacedFinding): string | undefined {
  const record = generatedRecord(store, placed);
  const { finding, primary } = placed;
  if (record === undefined || finding.message.includes('\n')) return undefined;
  const { block, row } = store.records;
  return `${finding.rule} ${finding.severity} ${primary} ${block[record]} ${row[record]}`;
}

/** The record at the place that $GENERATE makes; where the place is a whole zone, that at the primary place. */
function generatedRecord({ records }: Store, { finding, primary }: PlacedFinding): number | undefined {
  const { at, counterpart = at } = finding;
  const anchor = primary || counterpart.kind === 'file' ? at : counterpart;
  if (anchor.kind !== 'record') return undefined;
  return ((records.flags[anchor.record] as number) & GENERATED) === 0 ? undefined : anchor.record;
}

/** In the order in which the line makes its records. */
function inOrder(store: Store, group: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const [first] = group;
  const record = (first && generatedRecord(store, first)) ?? 0;
  const block = store.blockOf(record);
  const places = new Map<number, number>();
  block?.records.forEach((id, index) => {
    places.set(id, index);
  });
  const place = (placed: PlacedFinding): number => places.get(generatedRecord(store, placed) ?? -1) ?? 0;
  return [...group].sort((a, b) => place(a) - place(b));
}
