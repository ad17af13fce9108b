import type { NameId } from '../../dns/name-table.ts';
import type { Zone } from '../../workspace/instance.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { byPlace, ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';

/** Orders the records of one name, the last one in the text first: that is the order of its list, but after edits. */
export function lastFirst(a: RecordId, b: RecordId, { store }: RuleContext): number {
  const { block, row } = store.records;
  if (block[a] === block[b] && row[a] !== row[b]) return (row[b] as number) - (row[a] as number);
  return byPlace(new ZoneRecord(store, b), new ZoneRecord(store, a));
}

/**
 * Whether a record is the last one in the text of all that its name has in a zone: who looks at names with these records
 * looks at each once, in an order that edits do not change.
 */
export function isLastOfName(record: RecordId, name: NameId, zone: Zone, ctx: RuleContext): boolean {
  const { store, held } = ctx;
  for (let id = held.view.index.firstAt(name); id !== NO_RECORD; id = store.records.nextAt(id))
    if (id !== record && lastFirst(id, record, ctx) < 0 && store.blockOf(id)?.instance.zone === zone) return false;
  return true;
}
