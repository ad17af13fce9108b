import { TYPE_DNSKEY, TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { isOccluded } from '../facts/occluded.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import type { SignedZone } from '../facts/signed-columns.ts';
import { signedZone, suspectNames } from '../facts/signed-zone.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * A signed zone whose records were changed while its signatures were not: against the last commit or save, or as signatures
 * are left over whose records are gone. In place of `serial-not-increased`, whose fix would make one more such change.
 */
export const editedSignedZone = defineRule({
  id: 'edited-signed-zone',
  scope: 'sweep',
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
    const { first, count } = yield* leftOver(signed, ctx);
    if (first < 0) return;
    const record = new ZoneRecord(ctx.store, first);
    const type = typeName(signed.covered[first] as number);
    report({
      at: record.at('record'),
      message: phrase`${shown(ctx, record.owner)} has a signature of ${type} records and no such record${andMore(count, noun`other signature`)}: the zone was edited after it was signed. Edit the unsigned zone, and sign it again`,
    });
  },
});

/** Keys that are missing, and proofs, have rules of their own. */
const TOLD_ELSEWHERE: ReadonlySet<number> = new Set([TYPE_RRSIG, TYPE_DNSKEY, TYPE_NSEC, TYPE_NSEC3]);

/** The first signature of a set that is not there, and how many there are. */
function* leftOver(
  signed: SignedZone,
  ctx: RuleContext,
): Generator<void, { readonly first: RecordId; readonly count: number }> {
  let first: RecordId = -1;
  let count = 0;
  for (const at of suspectNames(signed, ctx)) {
    if (!at) {
      yield;
      continue;
    }
    const { name, sets } = at;
    for (let i = 0; i < sets.covered.length; i++) {
      const type = sets.covered[i] as number;
      if (sets.has(type) || TOLD_ELSEWHERE.has(type) || sets.has(TYPE_UNREADABLE)) continue;
      if (isOccluded(name, signed.zone, ctx)) continue;
      if (count++ === 0) first = sets.signature[i] as RecordId;
    }
  }
  return { first, count };
}
