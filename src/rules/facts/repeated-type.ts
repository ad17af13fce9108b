import type { NameId } from '../../dns/name-table.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';

/** Of more records than these some have the same type, or nobody need know. */
const MOST_COMPARED = 12;

/** A fast filter: whether a name has two records of a type. */
export function hasRepeatedType({ store: { records } }: RuleContext, _: NameId, first: RecordId): boolean {
  let count = 0;
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    if (++count > MOST_COMPARED) return true;
    const type = records.type[id];
    for (let other = records.nextAt(id); other >= 0; other = records.nextAt(other))
      if (records.type[other] === type) return true;
  }
  return false;
}
