import { TYPE_CERT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { defineRule } from '../rule.ts';

/** A type of CERT that is reserved or not assigned (RFC 4398 section 2.1). */
export const certUnknown = defineRule({
  id: 'cert-unknown',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_CERT],
  summary: 'CERT record of a type that nobody knows',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_CERT, ctx)) {
      const type = numberIn(fields[0]);
      if (Number.isNaN(type) || isAssigned(type)) continue;
      report({
        at: record.at({ rdata: 0 }),
        message: phrase`No program knows CERT type ${type}: 1 is PKIX, 2 SPKI, 3 PGP, 4 to 6 the same by their addresses, 253 URI, 254 OID`,
      });
    }
  },
});

/** 65280 to 65534 are for experiments. */
function isAssigned(type: number): boolean {
  return (type >= 1 && type <= 8) || type === 253 || type === 254 || (type >= 65_280 && type !== 65_535);
}
