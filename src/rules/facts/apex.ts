import { typeCode } from '../../dns/types.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

/** The records at a zone's apex that stand in the zone itself, in the order of the text. */
export function apexRecords(zone: Zone, ctx: RuleContext): readonly ZoneRecord[] {
  return ctx.held.recordsAt(zone.apex).filter((record) => record.zone === zone);
}

/** Those of one type. */
export function ofType(records: readonly ZoneRecord[], type: number): readonly ZoneRecord[] {
  return records.filter((record) => record.type === type);
}

/** Whether one of these records may be of a type although it can't be read; then what is wrong with it is said elsewhere. */
export function mayHold(records: readonly ZoneRecord[], type: number): boolean {
  return records.some((record) => {
    if (record.type !== TYPE_UNREADABLE) return false;
    const written = typeCode(record.words().type.text);
    return written === undefined || written === type;
  });
}
