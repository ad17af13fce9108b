import { type NameId, type NameTable, NODE_SIZE, PARENT, ROOT } from '../dns/name-table.ts';
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
  const cuts = [...view.changedCuts].sort((a, b) => a - b);
  let work = 0;
  while (cuts.length > 0 && view.cutsFrom < names.count) {
    const from = view.cutsFrom;
    const name = nextNear(names, cuts, from, Math.min(from + NAMES_PER_LOOK, names.count) - 1);
    view.cutsFrom = name + 1;
    work += name - from + 1;
    if (cuts.some((cut) => names.isBelowOrAt(name, cut))) {
      felt(name);
      work += WEIGHT_OF_FELT;
    }
    if (work < NAMES_PER_LOOK) continue;
    work = 0;
    if (isOver()) return false;
  }
  view.changedCuts.clear();
  return true;
}

/**
 * The first name from one on that may lie at or below one of the delegations, which ascend; the last one where none does
 * before it. Nearly all lie right below a name that comes before all of them.
 */
function nextNear(names: NameTable, cuts: readonly NameId[], from: NameId, last: NameId): NameId {
  const { nodes } = names.columns;
  const [lowest = 0] = cuts;
  const next = cuts.find((cut) => cut >= from) ?? last;
  const end = Math.min(next, last);
  for (let name = from; name < end; name++) {
    const parent = nodes[name * NODE_SIZE + PARENT] as number;
    if (parent >= lowest || parent < ROOT) return name;
  }
  return end;
}
