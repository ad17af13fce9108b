import { TYPE_RRSIG, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { leftOver } from '../facts/left-over.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { defineRule } from '../rule.ts';

/**
 * A signed zone whose records were changed while its signatures were not: against the last commit or save, or as signatures
 * are left over whose records are gone. In place of `serial-not-increased`, whose fix would make one more such change.
 */
export const editedSignedZone = defineRule({
  id: 'edited-signed-zone',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'Signed zone was edited and not signed again',
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed) return;
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    if (soa && (yield* isEditedSigned(zone, ctx))) {
      report({
        at: soa.at('type'),
        message: phrase`The zone is signed, and its records have changed since the last commit or save while its signatures have not: validators answer SERVFAIL for what changed. Edit the unsigned zone, and sign it again`,
      });
      return;
    }
    if (!signed.isWhole) return;
    const { first, isThere, count } = yield* leftOver(signed, ctx);
    if (first < 0) return;
    const record = new ZoneRecord(ctx.store, first);
    const type = typeName(signed.records.covered(first));
    const others = andMore(count, noun`other signature`);
    report({
      at: record.at('record'),
      message: isThere
        ? phrase`${shown(ctx, record.owner)} has a signature of ${type} records, which no signer signs there${others}: nobody asks for it. Edit the unsigned zone, and sign it again`
        : phrase`${shown(ctx, record.owner)} has a signature of ${type} records and no such record${others}: the zone was edited after it was signed. Edit the unsigned zone, and sign it again`,
    });
  },
});
