import type { Zone } from '../../workspace/instance.ts';
import type { RuleContext } from '../rule.ts';
import { apexRecords, ofType } from './apex.ts';
import { rdataFields } from './rdata-fields.ts';

/** The private type in which BIND notes how far it is with signing a zone. */
const TYPE_SIGNING = 65_534;

/** Whether BIND is still at signing the zone, a record after the other: what has no signature may get one. */
export function isBeingSigned(zone: Zone, ctx: RuleContext): boolean {
  return ofType(apexRecords(zone, ctx), TYPE_SIGNING).some((record) => {
    const data = rdataFields(record, ctx)?.slice(2).join('') ?? '';
    // Algorithm, key tag, whether the key goes, whether it is done; what is not of five octets is of NSEC3.
    return data.length !== 10 || !data.endsWith('01');
  });
}
