import { keyId, keyTag, SECURE_ENTRY, ZONE_KEY } from '../../dns/dnssec.ts';
import { TYPE_DNSKEY, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { HeadId } from '../../zone/signature-heads.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { type KeyRecord, keysOfRecords, tagsInWords } from '../facts/public-keys.ts';
import { andMore, signaturesThat } from '../facts/signature-sums.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { defineRule } from '../rule.ts';

/** Signatures by keys that the zone does not have (RFC 4035 section 5.3.1): one finding a zone. */
export const rrsigNoKey = defineRule({
  id: 'rrsig-no-key',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'Signatures by a key that the zone does not have',
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    const records = apexRecords(zone, ctx);
    const keys = keysOfRecords(ofType(records, TYPE_DNSKEY), ctx);
    if (!signed?.isWhole || !keys || mayHold(records, TYPE_DNSKEY)) return;
    const own = new Set(keys.flatMap((key) => [key.tag, ...meantTags(key)].map((tag) => keyId(tag, key.algorithm))));
    const { key, signer, covered } = ctx.store.heads;
    const isForeign = (head: HeadId): boolean => !own.has(key[head] as number) && signer[head] === zone.apex;
    const { first, count } = signaturesThat(signed, isForeign);
    if (!first) return;
    const record = new ZoneRecord(ctx.store, first.first);
    const firstKey = key[first.head] as number;
    const firstType = covered[first.head] as number;
    const has = keys.length === 0 ? phrase`the zone has no DNSKEY record` : phrase`the zone has ${tagsInWords(keys)}`;
    report({
      at: record.at({ rdata: 6 }),
      message: phrase`The signature of ${typeName(firstType)} of ${shown(ctx, record.owner)} is by key ${firstKey >>> 8} of algorithm ${firstKey & 255}, and ${has}${andMore(count, noun`other signature`)}: validators pass it over. Add the key, or sign the zone again`,
    });
  },
});

/** The tags of a key with the protocol and flags that were meant, where dnskey-invalid tells that it has others. */
function meantTags(key: KeyRecord): readonly number[] {
  if (key.protocol === 3 && (key.flags & ZONE_KEY) !== 0) return [];
  return [ZONE_KEY, ZONE_KEY | SECURE_ENTRY].map((flags) => keyTag({ ...key, flags, protocol: 3 }));
}
