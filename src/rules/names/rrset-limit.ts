import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** What BIND 9.20 takes without a setting: `max-records-per-type` and `max-types-per-name`. */
const LIMIT = 100;

/** More records of one type at a name, or more types, than BIND 9.20 loads; named-checkzone does not know these limits. */
export const rrsetLimit = defineRule({
  id: 'rrset-limit',
  scope: 'name',
  severity: 'error',
  types: [],
  isAboutSeveral: true,
  summary: 'Name has more than 100 records of one type, or more than 100 types: BIND 9.20 does not load the zone',
  wants: ({ store: { records }, held }, name) => {
    let count = 0;
    for (let id = held.view.index.firstAt(name); id >= 0 && count <= LIMIT; id = records.nextAt(id)) count++;
    return count > LIMIT;
  },
  check(name, records, ctx, report) {
    for (const [, sets] of setsByZone(records)) {
      for (const [type, set] of sets) {
        const first = set.get([...set.keys()][LIMIT] ?? '');
        if (!first) continue;
        report({
          at: first.at('record'),
          message: phrase`${shown(ctx, name)} has ${set.size} ${typeName(type)} records, and BIND 9.20 loads no zone with more than ${LIMIT} at a name unless max-records-per-type allows it; named-checkzone does not say so`,
        });
      }
      const last = [...sets.values()][LIMIT]?.values().next().value;
      if (last)
        report({
          at: last.at('type'),
          message: phrase`${shown(ctx, name)} has records of ${sets.size} types, and BIND 9.20 loads no zone with more than ${LIMIT} at a name unless max-types-per-name allows it; named-checkzone does not say so`,
        });
    }
  },
});

type SetsByType = Map<number, Map<string, ZoneRecord>>;

/** The records of a name by zone, type and data: those that stand there twice count once. Signatures are counted otherwise. */
function setsByZone(records: readonly ZoneRecord[]): Map<ZoneRecord['zone'], SetsByType> {
  const zones = new Map<ZoneRecord['zone'], SetsByType>();
  for (const record of records) {
    if (record.type === TYPE_UNREADABLE || record.type === TYPE_RRSIG) continue;
    const sets = zones.get(record.zone) ?? new Map<number, Map<string, ZoneRecord>>();
    zones.set(record.zone, sets);
    const set = sets.get(record.type) ?? new Map<string, ZoneRecord>();
    sets.set(record.type, set);
    const key = record.data >= 0 && record.isAddress ? String(record.data) : textOf(record);
    if (!set.has(key)) set.set(key, record);
  }
  return zones;
}

function textOf(record: ZoneRecord): string {
  const { rdata } = record.words();
  return record.generated ? `#${record.data} ${record.id}` : rdata.map(({ text }) => text).join(' ');
}
