import { TYPE_NS, TYPE_NSEC3 } from '../../dns/type-codes.ts';
import { NO_TYPES, withType } from '../../dns/type-sums.ts';
import type { Zone } from '../../workspace/instance.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { hasOwnBit, typeBit } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

/** The name is one that NSEC3 records stand at. */
export const OF_HASH = 0;
/** What `NameSets` has to tell. */
export const UNSURE = -1;

/**
 * The sum of the types at the name of a record, the first one there, that stands in a block, without anything being made:
 * where they have bits of their own, none is NS, and all are of the zone. Sums that are `OF_HASH` or `UNSURE` are unsure.
 */
export function quickTypes(first: RecordId, block: number, zone: Zone, { store }: RuleContext): number {
  const { records } = store;
  let bits = 0;
  let sum = NO_TYPES;
  for (let id = first; id !== NO_RECORD; id = records.nextAt(id)) {
    const type = records.type[id] as number;
    if (records.block[id] !== block && store.blockOf(id)?.instance.zone !== zone) return UNSURE;
    if (type === TYPE_NSEC3) return OF_HASH;
    const bit = typeBit(type);
    if (!hasOwnBit(type) || type === TYPE_NS) return UNSURE;
    if ((bits & bit) === 0) sum = withType(sum, type);
    bits |= bit;
  }
  return sum === OF_HASH ? UNSURE : sum;
}
