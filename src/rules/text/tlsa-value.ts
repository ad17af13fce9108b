import { TYPE_SMIMEA, TYPE_TLSA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { laterPhrase, phrase, translated } from '../../language/phrase.ts';
import type { Token } from '../../syntax/token.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { hasUnsoundTlsa } from '../facts/unsound-data.ts';
import { defineRule } from '../rule.ts';

/**
 * Numbers of a TLSA or SMIMEA record that mean nothing, and a digest of another length than its type has (RFC 6698 section 2.1,
 * RFC 7671, RFC 8162 section 2).
 */
export const tlsaValue = defineRule({
  id: 'tlsa-value',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TLSA, TYPE_SMIMEA],
  wants: hasUnsoundTlsa,
  summary: 'TLSA record with a number or a digest that can not be used',
  check(_, records, ctx, report) {
    for (const { record, fields } of [TYPE_TLSA, TYPE_SMIMEA].flatMap((type) => fieldsAt(records, type, ctx))) {
      const wrong = FIELDS.findIndex(
        ({ most }, index) => numberIn(fields[index]) > most && numberIn(fields[index]) !== PRIVATE,
      );
      const field = FIELDS[wrong];
      if (field) {
        const says = phrase`${typeName(record.type)} ${translated(field.name)} ${fields[wrong]?.text} means nothing: ${translated(field.values)}`;
        report({ at: record.at({ rdata: wrong }), message: says });
        continue;
      }
      const fault = lengthFault(fields);
      if (fault === undefined) continue;
      report({ at: record.at({ rdata: 3 }), message: fault });
    }
  },
});

const FIELDS = [
  { name: 'usage', most: 3, values: laterPhrase`0 and 1 are for certificates of an authority, 2 and 3 for DANE alone` },
  { name: 'selector', most: 1, values: laterPhrase`0 is for the certificate, 1 for its public key` },
  { name: laterPhrase`matching type`, most: 2, values: laterPhrase`0 is for all of it, 1 for SHA-256, 2 for SHA-512` },
] as const;
const PRIVATE = 255;
const LENGTHS: ReadonlyMap<number, { readonly digits: number; readonly name: string }> = new Map([
  [1, { digits: 64, name: 'SHA-256' }],
  [2, { digits: 128, name: 'SHA-512' }],
]);

function lengthFault(fields: readonly Token[]): string | undefined {
  const type = numberIn(fields[2]);
  const expected = LENGTHS.get(type);
  const digest = fields
    .slice(3)
    .map(({ text }) => text)
    .join('');
  // A certificate or key is DER, which begins with 30 and is longer.
  const [meant] =
    type === 0 && !digest.startsWith('30') ? [...LENGTHS].filter(([, { digits }]) => digits === digest.length) : [];
  if (meant)
    return phrase`The data are as long as a digest of ${meant[1].name}, and matching type 0 is for all of a certificate or key: ${meant[0]} is for such a digest`;
  if (!expected || digest.length === expected.digits || !/^[0-9a-f]*$/i.test(digest)) return undefined;
  return phrase`The digest has ${digest.length} digits, and ${expected.name} has ${expected.digits}: no certificate fits it`;
}
