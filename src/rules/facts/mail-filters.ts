import type { NameId } from '../../dns/name-table.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { TAGGED } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

/*
 * Filters that many rules share. The engine asks one once a name for all rules that name the same function.
 */

/** Whether a TXT record of a name has a tag in its text: without one there is nothing that rules on mail look at. */
export function hasTaggedText({ store: { records } }: RuleContext, _: NameId, first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (((records.flags[id] as number) & TAGGED) !== 0) return true;
  return false;
}
