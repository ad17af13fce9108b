import { TYPE_DNSKEY, TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { isToBeSigned, suspectNames } from '../facts/name-sets.ts';
import { isDelegation } from '../facts/name-types.ts';
import { isOccluded } from '../facts/occluded.ts';
import { shown } from '../facts/pairing.ts';
import { andMore } from '../facts/signature-sums.ts';
import type { SignedZone } from '../facts/signed-columns.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { defineRule, type RuleContext } from '../rule.ts';

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

/** Keys that are missing, and proofs, have rules of their own. */
const TOLD_ELSEWHERE: ReadonlySet<number> = new Set([TYPE_DNSKEY, TYPE_NSEC, TYPE_NSEC3]);

interface LeftOver {
  readonly first: RecordId;
  /** What it signs is there, and is nothing to be signed. */
  readonly isThere: boolean;
  readonly count: number;
}

/** The first signature of a set that is not there, or is none that signers sign, and how many there are. */
function* leftOver(signed: SignedZone, ctx: RuleContext): Generator<void, LeftOver> {
  let first: RecordId = -1;
  let isThere = false;
  let count = 0;
  for (const at of suspectNames(signed, ctx)) {
    if (!at) {
      yield;
      continue;
    }
    const { name, sets } = at;
    const isCut = isDelegation(signed, name, sets);
    for (let i = 0; i < sets.covered.length; i++) {
      const type = sets.covered[i] as number;
      const isUnwanted = sets.has(type) && !isToBeSigned(type, isCut);
      if (!isUnwanted && (sets.has(type) || TOLD_ELSEWHERE.has(type) || sets.has(TYPE_UNREADABLE))) continue;
      if (isOccluded(name, signed.zone, ctx)) continue;
      if (count++ > 0) continue;
      first = sets.signature[i] as RecordId;
      isThere = isUnwanted;
    }
  }
  return { first, isThere, count };
}
