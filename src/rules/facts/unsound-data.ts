import type { NameId } from '../../dns/name-table.ts';
import {
  TYPE_CAA,
  TYPE_HTTPS,
  TYPE_MX,
  TYPE_SMIMEA,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_SVCB,
  TYPE_TLSA,
} from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { SOUND } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

/** A filter of rules by name (see `NameRule`). */
export type Filter = (ctx: RuleContext, name: NameId, first: RecordId) => boolean;

/*
 * Filters of rules on what stands in the rdata: the readers of its fields know of nearly all records that it is what it is in
 * nearly all others (`syntax/plain-types.ts`). The engine asks one once a name for all rules that name the same function.
 */

/** Whether an SOA record has a timer that is not as usual, or a mailbox that takes a look. */
export const hasUnsoundSoa: Filter = hasUnsound(TYPE_SOA);
/** Whether an MX record of a name leads to something that begins with no letter. */
export const hasUnsoundMx: Filter = hasUnsound(TYPE_MX);
/** The same of an SRV record, or whether its port is 0. */
export const hasUnsoundSrv: Filter = hasUnsound(TYPE_SRV);
/** Whether a CAA record has other flags than 0 and 128, or a tag that few write. */
export const hasUnsoundCaa: Filter = hasUnsound(TYPE_CAA);
/** Whether a TLSA record has a number without a meaning, or no digest of the length that its type has; of SMIMEA nobody has looked. */
export const hasUnsoundTlsa: Filter = hasUnsound(TYPE_TLSA, TYPE_SMIMEA);
/** Whether a service binding has the priority 0, or a protocol that few speak; of SVCB nobody has looked. */
export const hasUnsoundBinding: Filter = hasUnsound(TYPE_HTTPS, TYPE_SVCB);

function hasUnsound(type: number, other = type): Filter {
  return ({ store: { records } }, _, first) => {
    for (let id = first; id >= 0; id = records.nextAt(id))
      if ((records.type[id] === type || records.type[id] === other) && ((records.flags[id] as number) & SOUND) === 0)
        return true;
    return false;
  };
}
