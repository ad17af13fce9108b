import { TYPE_SSHFP } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { defineRule } from '../rule.ts';

/** The fingerprint of a DSA key, which OpenSSH has not used since 2015. */
export const sshfpDeprecated = defineRule({
  id: 'sshfp-deprecated',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_SSHFP],
  summary: 'SSHFP record of a DSA key, which programs use no longer',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_SSHFP, ctx))
      if (numberIn(fields[0]) === DSA)
        report({
          at: record.at({ rdata: 0 }),
          message: phrase`OpenSSH takes DSA keys no longer: this record is of use to nobody`,
        });
  },
});

const DSA = 2;
