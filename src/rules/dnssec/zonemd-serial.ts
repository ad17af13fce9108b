import { readSerial } from '../../dns/serial.ts';
import { TYPE_SOA, TYPE_ZONEMD } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { serialOf } from '../facts/serial-of.ts';
import { defineRule } from '../rule.ts';

/** A digest of the whole zone that is of another serial than its SOA's (RFC 8976 section 2.2.1): who checks it refuses the zone. */
export const zonemdSerial = defineRule({
  id: 'zonemd-serial',
  scope: 'zone',
  zoneTypes: [TYPE_ZONEMD],
  severity: 'warning',
  summary: 'Digest of the zone is of another serial',
  check(zone, ctx, report) {
    if (zone.traits.dynamic) return;
    const records = apexRecords(zone, ctx);
    const digests = ofType(records, TYPE_ZONEMD);
    const [soa] = ofType(records, TYPE_SOA);
    const serial = digests.length > 0 && soa ? serialOf(soa) : undefined;
    if (!soa || !serial) return;
    for (const digest of digests) {
      const [written, , , ...data] = digest.generated ? [] : digest.rdata().map(({ text }) => text);
      // Zeros keep a place for the digest that a signer writes.
      const value = readSerial(written ?? '');
      if (written === undefined || value === undefined || /^0*$/.test(data.join(''))) continue;
      if (value === serial.value) continue;
      report({
        at: digest.at({ rdata: 0 }),
        message: phrase`The digest is of serial ${written}, and the zone has ${serial.value}: it was changed since, and who checks the digest refuses it. Have it made anew`,
        related: [{ at: soa.at({ rdata: serial.index }), message: phrase`The serial` }],
      });
    }
  },
});
