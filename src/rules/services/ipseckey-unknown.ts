import { TYPE_IPSECKEY } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { defineRule } from '../rule.ts';

/** An algorithm of IPSECKEY that no program knows, or one that says there is no key beside a key (RFC 4025 section 2.4). */
export const ipseckeyUnknown = defineRule({
  id: 'ipseckey-unknown',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_IPSECKEY],
  summary: 'IPSECKEY record with an algorithm that nobody knows, or that is of no key',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_IPSECKEY, ctx)) {
      const algorithm = numberIn(fields[2]);
      if (algorithm > MOST && algorithm <= 255)
        report({
          at: record.at({ rdata: 2 }),
          message: phrase`No program knows IPSECKEY algorithm ${algorithm}: 1 is DSA, 2 RSA, 3 ECDSA, 4 EdDSA`,
        });
      if (algorithm === 0 && fields.length > 4)
        report({
          at: record.at({ rdata: 2 }),
          message: phrase`Algorithm 0 says that there is no key, and one follows: NSD refuses the zone. Name the key's algorithm, 1 to 4`,
        });
    }
  },
});

/** The last one that is assigned. */
const MOST = 4;
