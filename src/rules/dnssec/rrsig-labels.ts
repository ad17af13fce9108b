import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { defineRule } from '../rule.ts';

/** Signatures that were made of another name than stands before them, as they count other labels (RFC 4034 section 3.1.3): one finding a zone. */
export const rrsigLabels = defineRule({
  id: 'rrsig-labels',
  scope: 'sweep',
  severity: 'warning',
  summary: 'Signatures of a name with another number of labels',
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed) return;
    let first: RecordId = -1;
    let count = 0;
    for (const { mislabelled } of signed.signatures) {
      if (first < 0) first = mislabelled[0] ?? -1;
      count += mislabelled.length;
    }
    if (first < 0) return;
    const record = new ZoneRecord(ctx.store, first);
    report({
      at: record.at({ rdata: 2 }),
      message: phrase`The signature of ${typeName(signed.covered[first] as number)} of ${shown(ctx, record.owner)} is of a name with ${record.words().rdata[2]?.text} labels${andMore(count, noun`other signature`)}: validators pass it over. Sign the zone again`,
    });
  },
});
