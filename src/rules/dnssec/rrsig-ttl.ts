import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { suspectNames } from '../facts/name-sets.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { WRONG_SIGNATURE } from '../facts/verified-zones.ts';
import { defineRule } from '../rule.ts';

/** Sets whose TTL is another than the one that was signed (RFC 4034 section 3.1.4): one finding a zone. */
export const rrsigTtl = defineRule({
  id: 'rrsig-ttl',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'TTL of records is another than the one signed',
  followsOnLine: [WRONG_SIGNATURE],
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed?.isWhole || (yield* isEditedSigned(zone, ctx))) return;
    const { ttl } = ctx.store.records;
    let first: { readonly record: RecordId; readonly signature: RecordId } | undefined;
    let count = 0;
    for (const at of suspectNames(signed, ctx)) {
      if (!at) {
        yield;
        continue;
      }
      const { types, covered, signature, first: records } = at.sets;
      for (let i = 0; i < covered.length; i++) {
        const set = types.indexOf(covered[i] as number);
        const sign = signature[i] as RecordId;
        if (set < 0 || ttl[records[set] as RecordId] === signed.records.originalTtl(sign) || count++ > 0) continue;
        first = { record: records[set] as RecordId, signature: sign };
      }
    }
    if (!first) return;
    const record = new ZoneRecord(ctx.store, first.record);
    const signature = new ZoneRecord(ctx.store, first.signature);
    report({
      at: signature.at({ rdata: 3 }),
      message: phrase`The ${typeName(record.type)} records of ${shown(ctx, record.owner)} have the TTL ${record.ttl}, and were signed with ${signed.records.originalTtl(first.signature)}${andMore(count, noun`other set`)}: the zone was edited after it was signed. Sign it again`,
      related: [{ at: record.at('record'), message: phrase`The record` }],
    });
  },
});
