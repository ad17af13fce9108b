import { typeCode } from '../../dns/types.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';

/** The records at an apex, as long as no record of the view changes. */
interface Apex {
  readonly held: RuleContext['held'];
  readonly version: number;
  readonly changeCount: number;
  readonly records: readonly ZoneRecord[];
}

const lastApexes = new LastAsked<Zone, Apex>();

/** The records at a zone's apex that stand in the zone itself, in the order of the text. */
export function apexRecords(zone: Zone, { held }: RuleContext): readonly ZoneRecord[] {
  const { version, changeCount } = held.view;
  const known = lastApexes.get(zone);
  if (known && known.held === held && known.version === version && known.changeCount === changeCount)
    return known.records;
  const records = held.recordsAt(zone.apex).filter((record) => record.zone === zone);
  lastApexes.set(zone, { held, version, changeCount, records });
  return records;
}

/** Those of one type. */
export function ofType(records: readonly ZoneRecord[], type: number): readonly ZoneRecord[] {
  return records.filter((record) => record.type === type);
}

/** Whether one of these records may be of a type although it can't be read; then what is wrong with it is said elsewhere. */
export function mayHold(records: readonly ZoneRecord[], type: number): boolean {
  return records.some(mayBe(type));
}

/** The same of one record. */
export function mayBe(type: number): (record: ZoneRecord) => boolean {
  return (record) => {
    if (record.type !== TYPE_UNREADABLE) return false;
    const written = typeCode(record.words().type.text);
    return written === undefined || written === type;
  };
}
