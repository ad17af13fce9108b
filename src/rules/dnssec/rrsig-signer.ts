import type { NameId } from '../../dns/name-table.ts';
import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { andMore, signaturesThat } from '../facts/signature-sums.ts';
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
    const { signer, covered } = ctx.store.heads;
    const { first, count } = signaturesThat(signed, (head) => signer[head] !== zone.apex);
    if (!first) return;
    const record = new ZoneRecord(ctx.store, first.first);
    const type = covered[first.head] as number;
    report({
      at: record.at({ rdata: 7 }),
      message: phrase`The signature of ${typeName(type)} of ${shown(ctx, record.owner)} names the signer ${shown(ctx, signer[first.head] as NameId)}, and the zone is ${shown(ctx, zone.apex)}${andMore(count, noun`other signature`)}: validators pass it over. Sign the zone under its own name`,
    });
  },
});
