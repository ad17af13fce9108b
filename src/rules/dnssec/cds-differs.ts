import { TYPE_CDNSKEY, TYPE_CDS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { keysOfRecords } from '../facts/public-keys.ts';
import { rdataFields } from '../facts/rdata-fields.ts';
import { defineRule } from '../rule.ts';

/** CDS and CDNSKEY records that tell the parent of different keys (RFC 7344 section 4): it acts on neither. */
export const cdsDiffers = defineRule({
  id: 'cds-differs',
  scope: 'zone',
  severity: 'warning',
  summary: 'CDS and CDNSKEY records are not of the same keys',
  check(zone, ctx, report) {
    const records = apexRecords(zone, ctx);
    // Servers refuse the zone for one of them.
    if (records.some(({ id }) => ctx.isClaimed(id))) return;
    const digests = ofType(records, TYPE_CDS);
    const keyRecords = ofType(records, TYPE_CDNSKEY);
    const [firstKey] = keyRecords;
    const [firstDigest] = digests;
    const keys = keysOfRecords(keyRecords, ctx);
    if (!firstKey || !keys || zone.gaps.size > 0 || mayHold(records, TYPE_CDS) || mayHold(records, TYPE_CDNSKEY))
      return;
    if (!firstDigest) {
      report({
        at: firstKey.at('type'),
        severity: 'information',
        message: phrase`CDNSKEY stands without CDS: parents that read CDS only are not told of the key, so publish both`,
      });
      return;
    }
    const told = new Map(digests.map((record) => [idOfDigest(rdataFields(record, ctx)), record]));
    const own = new Set(keys.map(({ tag, algorithm }) => idOf(algorithm === 0 ? 0 : tag, algorithm)));
    const stray = [...told].find(([id]) => id !== undefined && !own.has(id))?.[1];
    const untold = keys.find(({ tag, algorithm }) => !told.has(idOf(algorithm === 0 ? 0 : tag, algorithm)));
    if (stray)
      report({
        at: stray.at({ rdata: 0 }),
        message: phrase`CDS names key ${rdataFields(stray, ctx)?.[0]}, which no CDNSKEY record holds: the parent acts on neither until both are of the same keys`,
      });
    else if (untold)
      report({
        at: untold.record.at('type'),
        message: phrase`CDNSKEY holds key ${untold.tag}, which no CDS record names: the parent acts on neither until both are of the same keys`,
      });
  },
});

function idOf(tag: number, algorithm: number): string {
  return `${tag} ${algorithm}`;
}

function idOfDigest(fields: readonly string[] | undefined): string | undefined {
  return fields && idOf(Number(fields[0]), Number(fields[1]));
}
