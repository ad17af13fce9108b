import { algorithmStanding, digestLength, digestStanding } from '../../dns/dnssec.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { Causes } from '../facts/causes.ts';
import { KEY_TYPES, keyNumbers, octetsOfDigest, placesOf } from '../facts/key-digests.ts';
import { defineRule } from '../rule.ts';

/** An algorithm or digest type that nobody knows (IANA), or a digest of a length its type does not have. */
export const dsUnknown = defineRule({
  id: 'ds-unknown',
  scope: 'sweep',
  sweptTypes: KEY_TYPES,
  severity: 'warning',
  summary: 'DS, CDS or DNSKEY with an algorithm or digest type that nobody knows',
  *check(zone, ctx, report) {
    const causes = new Causes();
    for (const numbers of keyNumbers(zone, ctx)) {
      if (!numbers) {
        yield;
        continue;
      }
      const { algorithm, digest } = numbers;
      const isUnusual = digest > 2 && digest !== 4;
      if (algorithmStanding(algorithm) !== 'unknown' && !isUnusual) continue;
      const record = new ZoneRecord(ctx.store, numbers.record);
      const [type, places] = [typeName(record.type), placesOf(record.type)];
      if (algorithmStanding(algorithm) === 'unknown') {
        causes.add(`${type} ${algorithm}`, record, {
          at: record.at({ rdata: places.algorithm }),
          message: phrase`${type} names algorithm ${algorithm}, which nobody knows: validators pass the record over. In use are 8 (RSASHA256), 13 (ECDSAP256SHA256) and 15 (ED25519)`,
        });
        continue;
      }
      const octets = octetsOfDigest(numbers.record, ctx);
      if (digestStanding(digest) === 'unknown')
        causes.add(`${type} digest ${digest}`, record, {
          at: record.at({ rdata: places.digest }),
          message: phrase`${type} names digest type ${digest}, which nobody knows: validators pass the record over. In use are 2 (SHA-256) and 4 (SHA-384)`,
        });
      else if (octets !== undefined && digestLength(digest) !== octets)
        causes.add(`${type} length ${digest} ${octets}`, record, {
          at: record.at({ rdata: 3 }),
          message: phrase`A digest of type ${digest} has ${digestLength(digest)} octets, this one ${octets}: it was cut, or is of another type`,
        });
    }
    causes.tell(report);
  },
});
