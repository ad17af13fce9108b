import type { NameId } from '../../dns/name-table.ts';
import { areTwins, type RecordId, type RecordTable } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';

/** Of more records than these some have the same type, or nobody need know. */
const MOST_COMPARED = 12;

/** A fast filter: whether a name has two records of a type. */
export function hasRepeatedType({ store: { records } }: RuleContext, _: NameId, first: RecordId): boolean {
  return hasTwo(records, first, (one, other) => records.type[one] === records.type[other]);
}

/** A fast filter: whether two records of a name may be the same one, or say the same in other strings. */
export function hasTwins({ store: { records } }: RuleContext, _: NameId, first: RecordId): boolean {
  return hasTwo(records, first, (one, other) => areTwins(records, one, other));
}

function hasTwo(records: RecordTable, first: RecordId, areAlike: (one: RecordId, other: RecordId) => boolean): boolean {
  let count = 0;
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    if (++count > MOST_COMPARED) return true;
    for (let other = records.nextAt(id); other >= 0; other = records.nextAt(other))
      if (areAlike(id, other)) return true;
  }
  return false;
}
