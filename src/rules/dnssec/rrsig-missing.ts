import { TYPE_DNSKEY, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { algorithmMissing } from '../facts/algorithm-missing.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { leftOver } from '../facts/left-over.ts';
import { isToBeSigned, suspectNames } from '../facts/name-sets.ts';
import { isDelegation } from '../facts/name-types.ts';
import { isOccluded } from '../facts/occluded.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { isBeingSigned } from '../facts/signing-state.ts';
import { defineRule } from '../rule.ts';

/** Sets of a signed zone that no signature covers (RFC 4035 section 2.2): one finding a zone. */
export const rrsigMissing = defineRule({
  id: 'rrsig-missing',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'Records of a signed zone that are not signed',
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed?.isWhole || isBeingSigned(zone, ctx) || (yield* isEditedSigned(zone, ctx))) return;
    // Records that were moved or renamed left their signatures behind: that is told, once.
    if (!ctx.settings.isOff('edited-signed-zone') && (yield* leftOver(signed, ctx)).count > 0) return;
    let first: RecordId = -1;
    let count = 0;
    for (const at of suspectNames(signed, ctx)) {
      if (!at) {
        yield;
        continue;
      }
      const { name, sets } = at;
      // What can't be read there may be the signature.
      if (sets.has(TYPE_UNREADABLE)) continue;
      const isCut = isDelegation(signed, name, sets);
      for (let i = 0; i < sets.types.length; i++) {
        const type = sets.types[i] as number;
        // Of keys elsewhere than at the apex dnskey-not-apex tells.
        if (type === TYPE_DNSKEY && name !== zone.apex) continue;
        if (!isToBeSigned(type, isCut) || sets.covered.includes(type)) continue;
        if (isOccluded(name, zone, ctx)) continue;
        if (count++ === 0) first = sets.first[i] as RecordId;
      }
    }
    if (count === 0) {
      const lacking = yield* algorithmMissing(signed, ctx);
      if (!lacking) return;
      const signature = new ZoneRecord(ctx.store, lacking.signature);
      report({
        at: signature.at({ rdata: 1 }),
        message: phrase`The ${typeName(signed.records.covered(lacking.signature))} records of ${shown(ctx, signature.owner)} have no signature of algorithm ${lacking.algorithm}, of which the zone has a key${andMore(lacking.count, noun`other set`)}: some validators answer SERVFAIL for them. Sign the zone again`,
      });
      return;
    }
    const record = new ZoneRecord(ctx.store, first);
    report({
      at: record.at('record'),
      message: phrase`The ${typeName(record.type)} records of ${shown(ctx, record.owner)} have no signature in a signed zone${andMore(count, noun`other set`)}: validators answer SERVFAIL for them. Sign the zone again`,
    });
  },
});
