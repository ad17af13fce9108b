import { groupByOrigin } from '../../rules/facts/arpa-origin.ts';
import type { PlacedFinding } from '../../rules/facts/placed-finding.ts';
import type { Many, PassContext } from '../pass.ts';
import type { GroupedFinding } from './generated-lines.ts';

/** What is found of all owners below one $ORIGIN as one finding, where the origin is at fault (see `groupByOrigin`). */
export function originsAtFault(found: Many<GroupedFinding>, { places, taken }: PassContext): Many<GroupedFinding> {
  const grouped = groupByOrigin(places.store, found);
  if (grouped === found) return found;
  const left = [...grouped];
  if (taken) {
    const isLeft = new Set<PlacedFinding>(left);
    const isOld = new Set<PlacedFinding>(found);
    const groups = left.filter((item) => !isOld.has(item));
    for (const item of found) if (!isLeft.has(item)) taken(item, groupOf(item, groups) ?? 'its $ORIGIN');
  }
  return left;
}

function groupOf({ finding: { at } }: PlacedFinding, groups: readonly PlacedFinding[]): PlacedFinding | undefined {
  return groups.find(({ finding }) => {
    const records = finding.data?.records;
    return at.kind === 'record' && Array.isArray(records) && records.includes(at.record);
  });
}
