import { TYPE_NSEC3PARAM } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { rdataFields } from '../facts/rdata-fields.ts';
import { defineRule } from '../rule.ts';

/** An NSEC3PARAM record that servers pass over: with flags (RFC 5155 section 4.1.2), or below the apex (section 4). */
export const nsec3paramInvalid = defineRule({
  id: 'nsec3param-invalid',
  scope: 'name',
  severity: 'error',
  types: [TYPE_NSEC3PARAM],
  summary: 'NSEC3PARAM record that servers pass over',
  check(name, records, ctx, report) {
    for (const record of records) {
      if (record.type !== TYPE_NSEC3PARAM || !record.zone || ctx.isClaimed(record.id)) continue;
      const flags = rdataFields(record, ctx)?.[1];
      if (record.zone.apex !== name)
        report({
          at: record.at('owner'),
          message: phrase`The NSEC3PARAM of ${shown(ctx, name)} belongs to the apex, ${shown(ctx, record.zone.apex)}: servers look for it nowhere else`,
        });
      else if (flags !== undefined && flags !== '0')
        report({
          at: record.at({ rdata: 1 }),
          message: phrase`NSEC3PARAM has the flags ${flags}, and servers pass over all but 0: opt-out is a flag of the NSEC3 records`,
        });
    }
  },
});
