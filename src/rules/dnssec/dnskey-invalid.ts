import { keyLengthFault, REVOKED, SECURE_ENTRY, ZONE_KEY } from '../../dns/dnssec.ts';
import { TYPE_DNSKEY } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { type KeyRecord, keyOfRecord } from '../facts/public-keys.ts';
import { defineRule } from '../rule.ts';

/** A DNSKEY record that validators can not use: its protocol, flags (RFC 4034 section 2.1) or the length of its key. */
export const dnskeyInvalid = defineRule({
  id: 'dnskey-invalid',
  scope: 'zone',
  zoneTypes: [TYPE_DNSKEY],
  severity: 'error',
  summary: 'DNSKEY record that validators can not use',
  check(zone, ctx, report) {
    for (const record of ofType(apexRecords(zone, ctx), TYPE_DNSKEY)) {
      const key = keyOfRecord(record, ctx);
      const fault = key && faultOf(key);
      if (!fault) continue;
      const { place, ...said } = fault;
      report({ at: record.at({ rdata: place }), ...said });
    }
  },
});

function faultOf(
  key: KeyRecord,
): { readonly place: number; readonly message: string; readonly severity?: 'warning' } | undefined {
  const { flags, protocol } = key;
  if (protocol !== 3)
    return { place: 1, message: phrase`The protocol of a DNSKEY is 3, not ${protocol}: validators pass the key over` };
  if ((flags & ZONE_KEY) === 0) {
    const meant =
      (flags & SECURE_ENTRY) === 0 ? phrase`write 256, or 257 for a key that signs keys` : phrase`write 257`;
    return {
      place: 0,
      message: phrase`Flags ${flags} lack the bit of a zone key: validators pass the key over; ${meant}`,
    };
  }
  const odd = flags & ~(ZONE_KEY | REVOKED | SECURE_ENTRY);
  if (odd !== 0)
    return {
      place: 0,
      severity: 'warning',
      message: phrase`Flags ${flags} have bits that mean nothing: a key has 256, or 257 where it signs keys`,
    };
  const length = keyLengthFault(key);
  return length === undefined
    ? undefined
    : {
        place: 3,
        message: phrase`The key ${length}: validators can not use it. Copy the whole record from the .key file`,
      };
}
