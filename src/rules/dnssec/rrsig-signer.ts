import type { NameId } from '../../dns/name-table.ts';
import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { defineRule } from '../rule.ts';

/** Signatures whose signer is not the zone (RFC 4034 section 3.1.7): one finding a zone. */
export const rrsigSigner = defineRule({
  id: 'rrsig-signer',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'Signatures by another zone',
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed) return;
    let first: { readonly record: RecordId; readonly signer: NameId; readonly type: number } | undefined;
    let count = 0;
    for (const { signatures, signer, covered } of signed.signatures)
      for (let i = 0; i < signer.length; i++) {
        if (signer[i] === zone.apex || count++ > 0) continue;
        first = { record: signatures[i] as RecordId, signer: signer[i] as NameId, type: covered[i] as number };
      }
    if (!first) return;
    const record = new ZoneRecord(ctx.store, first.record);
    report({
      at: record.at({ rdata: 7 }),
      message: phrase`The signature of ${typeName(first.type)} of ${shown(ctx, record.owner)} names the signer ${shown(ctx, first.signer)}, and the zone is ${shown(ctx, zone.apex)}${andMore(count, noun`other signature`)}: validators pass it over. Sign the zone under its own name`,
    });
  },
});
