import { TYPE_NAPTR } from '../../dns/type-codes.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';

/** A NAPTR record as written (RFC 3403 section 4.1). */
export interface NamingPointer {
  readonly record: ZoneRecord;
  readonly flags: string;
  readonly services: string;
  readonly regexp: string;
}

/** The places of the fields among the words of the rdata. */
export const NAPTR_FLAGS = 2,
  NAPTR_REGEXP = 4,
  NAPTR_REPLACEMENT = 5;

/** The NAPTR records among records that no earlier finding explains. */
export function namingPointers(records: readonly ZoneRecord[], ctx: RuleContext): readonly NamingPointer[] {
  return records
    .filter((record) => record.type === TYPE_NAPTR && !record.generated && !ctx.isClaimed(record.id))
    .flatMap((record) => {
      const [, , flags, services, regexp, replacement] = record.rdata();
      if (!flags || !services || !regexp || !replacement) return [];
      return [{ record, flags: flags.text, services: services.text, regexp: regexp.text }];
    });
}
