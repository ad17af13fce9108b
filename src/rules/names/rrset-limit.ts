import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** What BIND 9.20 takes without a setting: `max-records-per-type` and `max-types-per-name`. */
const LIMIT = 100;

/**
 * More records of one type at a name, or more types, than BIND 9.20 loads, or than its configuration has it load;
 * named-checkzone does not know these limits, and other servers have none.
 */
export const rrsetLimit = defineRule({
  id: 'rrset-limit',
  scope: 'name',
  severity: 'error',
  types: [],
  isAboutSeveral: true,
  summary: 'Name has more than 100 records of one type, or more than 100 types: BIND 9.20 does not load the zone',
  passesPlainDelegations: true,
  wants: ({ store, held }, name) => {
    const first = held.view.index.firstAt(name);
    let count = 0;
    for (let id = first; id >= 0 && count <= LIMIT; id = store.records.nextAt(id)) count++;
    return count > LIMIT || (count > 1 && count > lowestBound(store.blockOf(first)?.instance.zone));
  },
  check(name, records, ctx, report) {
    for (const [zone, sets] of setsByZone(records)) {
      if ((zone?.traits.dialect ?? 'bind') !== 'bind') continue;
      const ofType = boundOf(zone?.traits.maxRecordsPerType, 'max-records-per-type');
      for (const [type, set] of sets) {
        const first = set.get([...set.keys()][ofType.most] ?? '');
        if (!first) continue;
        report({
          at: first.at('record'),
          message: phrase`${shown(ctx, name)} has ${set.size} ${typeName(type)} records, and ${ofType.why}; named-checkzone does not say so`,
        });
      }
      const ofName = boundOf(zone?.traits.maxTypesPerName, 'max-types-per-name');
      const last = [...sets.values()][ofName.most]?.values().next().value;
      if (last)
        report({
          at: last.at('type'),
          message: phrase`${shown(ctx, name)} has records of ${sets.size} types, and ${ofName.why}; named-checkzone does not say so`,
        });
    }
  },
});

interface Bound {
  readonly most: number;
  readonly why: string;
}

/** What BIND loads by its configuration, or without a word of it; 0 there means no bound. */
function boundOf(set: number | undefined, option: string): Bound {
  if (set === undefined)
    return {
      most: LIMIT,
      why: phrase`BIND 9.20 loads no zone with more than ${LIMIT} at a name unless ${option} allows it`,
    };
  return {
    most: set === 0 ? Number.POSITIVE_INFINITY : set,
    why: phrase`its configuration has BIND load no zone with more than ${set} at a name (${option})`,
  };
}

/** How many records a name may have that nothing is to be said of. */
function lowestBound(zone: Zone | undefined): number {
  const { maxRecordsPerType, maxTypesPerName } = zone?.traits ?? {};
  return Math.min(maxRecordsPerType || LIMIT, maxTypesPerName || LIMIT);
}

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
  const rdata = record.rdata();
  return record.generated ? `#${record.data} ${record.id}` : rdata.map(({ text }) => text).join(' ');
}
