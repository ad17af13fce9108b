import { algorithmName, algorithmStanding, digestName, digestStanding } from '../../dns/dnssec.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { Causes } from '../facts/causes.ts';
import { KEY_TYPES, keyNumbers, placesOf } from '../facts/key-digests.ts';
import { defineRule } from '../rule.ts';

/** Keys and digests of algorithms that validators give up (RFC 9904, RFC 9905, RFC 9906): a zone with these alone counts as unsigned. */
export const dsDeprecated = defineRule({
  id: 'ds-deprecated',
  scope: 'sweep',
  sweptTypes: KEY_TYPES,
  severity: 'warning',
  summary: 'DS, CDS or DNSKEY of an algorithm that is given up',
  *check(zone, ctx, report) {
    const causes = new Causes();
    for (const numbers of keyNumbers(zone, ctx)) {
      if (!numbers) {
        yield;
        continue;
      }
      const { algorithm, digest } = numbers;
      const isAlgorithm = algorithmStanding(algorithm) === 'deprecated';
      if (!isAlgorithm && (digest < 0 || digestStanding(digest) !== 'deprecated')) continue;
      const record = new ZoneRecord(ctx.store, numbers.record);
      const [type, places] = [typeName(record.type), placesOf(record.type)];
      const group = type === 'CDS' ? 'DS' : type;
      if (isAlgorithm)
        causes.add(`${group} ${algorithm}`, record, {
          at: record.at({ rdata: places.algorithm }),
          message: phrase`${type} names algorithm ${algorithmName(algorithm)}, which validators give up, so that the zone counts as unsigned: sign with 13 (ECDSAP256SHA256) or 8 (RSASHA256)`,
        });
      else
        causes.add(`${group} digest ${digest}`, record, {
          at: record.at({ rdata: places.digest }),
          message: phrase`${type} has a digest of type ${digestName(digest)}, which validators give up: use type 2 (SHA-256)`,
        });
    }
    causes.tell(report);
  },
});
