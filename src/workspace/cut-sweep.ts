import type { NameId, NameTable } from '../dns/name-table.ts';
import type { View } from './view.ts';

/** Names between two looks whether the time is over; one that a change is felt at counts as many. */
const NAMES_PER_LOOK = 4096;
const WEIGHT_OF_FELT = 128;

/** Tells of all names below the delegations of a view that have changed, until `isOver`; true where all are told. */
export function sweepCuts(
  view: View,
  names: NameTable,
  { isOver, felt }: { readonly isOver: () => boolean; readonly felt: (name: NameId) => void },
): boolean {
  const cuts = [...view.changedCuts];
  let work = 0;
  while (cuts.length > 0 && view.cutsFrom < names.count) {
    const name = view.cutsFrom++;
    const isFelt = cuts.some((cut) => names.isBelowOrAt(name, cut));
    if (isFelt) felt(name);
    work += isFelt ? WEIGHT_OF_FELT : 1;
    if (work < NAMES_PER_LOOK) continue;
    work = 0;
    if (isOver()) return false;
  }
  view.changedCuts.clear();
  return true;
}
