import type { NameId } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { SOUND, SPF, TAGGED } from '../../zone/draft.ts';
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

/** Whether a TXT record of a name may be an SPF record: it begins as one, or nobody has looked at more than its first octets. */
export function hasSpfText({ store: { records } }: RuleContext, _: NameId, first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    const flags = records.flags[id] as number;
    if (records.type[id] === TYPE_TXT && ((flags & SPF) !== 0 || (flags & (TAGGED | SOUND)) === TAGGED)) return true;
  }
  return false;
}
