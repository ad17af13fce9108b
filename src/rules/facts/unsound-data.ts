import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CAA, TYPE_HTTPS, TYPE_MX, TYPE_SRV, TYPE_SVCB } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { SOUND } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

type Filter = (ctx: RuleContext, name: NameId, first: RecordId) => boolean;

/*
 * Filters of rules on what stands in the rdata: the readers of its fields know of nearly all records that it is what it is in
 * nearly all others (`syntax/plain-types.ts`). The engine asks one once a name for all rules that name the same function.
 */
/** Names with an MX record whose readers were not sure of it. */
export const hasUnsoundMx: Filter = hasUnsound(TYPE_MX);
/** The same of SRV records. */
export const hasUnsoundSrv: Filter = hasUnsound(TYPE_SRV);
/** The same of CAA records. */
export const hasUnsoundCaa: Filter = hasUnsound(TYPE_CAA);
/** The same of HTTPS and SVCB records. */
export const hasUnsoundBinding: Filter = hasUnsound(TYPE_HTTPS, TYPE_SVCB);

function hasUnsound(type: number, other = type): Filter {
  return ({ store: { records } }, _, first) => {
    for (let id = first; id >= 0; id = records.nextAt(id))
      if ((records.type[id] === type || records.type[id] === other) && ((records.flags[id] as number) & SOUND) === 0)
        return true;
    return false;
  };
}
