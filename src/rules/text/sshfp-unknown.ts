import { TYPE_SSHFP } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { defineRule } from '../rule.ts';

/** An algorithm or fingerprint type of SSHFP that no program knows (RFC 4255, RFC 6594, RFC 7479, RFC 8709). */
export const sshfpUnknown = defineRule({
  id: 'sshfp-unknown',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SSHFP],
  summary: 'SSHFP record with an algorithm or fingerprint type that nobody knows',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_SSHFP, ctx)) {
      const algorithm = numberIn(fields[0]);
      const type = numberIn(fields[1]);
      if (algorithm <= 255 && !ALGORITHMS.has(algorithm))
        report({
          at: record.at({ rdata: 0 }),
          message: phrase`No program knows SSHFP algorithm ${algorithm}: 1 is RSA, 3 ECDSA, 4 Ed25519, 6 Ed448`,
        });
      if (type <= 255 && type !== 1 && type !== 2)
        report({
          at: record.at({ rdata: 1 }),
          message: phrase`No program knows SSHFP fingerprint type ${type}: 1 is SHA-1, 2 SHA-256`,
        });
    }
  },
});

const ALGORITHMS: ReadonlySet<number> = new Set([1, 2, 3, 4, 6]);
