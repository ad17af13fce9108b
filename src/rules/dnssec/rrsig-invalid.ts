import { TYPE_DNSKEY } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { noun, phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { byPlace, ZoneRecord } from '../../workspace/zone-record.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { keysOfRecords } from '../facts/public-keys.ts';
import { andMore } from '../facts/signature-sums.ts';
import type { BadSignature, VerifiedZone } from '../facts/verified-zones.ts';
import { defineRule, type Related, type Report, type RuleContext } from '../rule.ts';

/**
 * Signatures that do not fit the records that they stand for (RFC 4035 section 5.3.3): one finding a zone, and one a key
 * none of whose signatures fits. Signatures are verified when a person asks for it; this tells what came of that, until
 * the zone changes.
 */
export const rrsigInvalid = defineRule({
  id: 'rrsig-invalid',
  scope: 'sweep',
  severity: 'error',
  summary: 'Signatures do not verify, of zones whose signatures somebody had verified',
  // biome-ignore lint/correctness/useYield: what takes time was done before
  *check(zone, ctx, report) {
    const verified = ctx.settings.verified?.(zone);
    if (!verified) return;
    const { ofKeys, others } = byCause(verified);
    for (const bad of ofKeys) report(wrongKey(bad, zone, ctx));
    if (others.length > 0) report(wrongRecords(others, ctx));
  },
});

/** The signatures by keys of which no signature is good, a list a key, and all others. */
function byCause({ bad, byKey }: VerifiedZone): {
  readonly ofKeys: readonly (readonly BadSignature[])[];
  readonly others: readonly BadSignature[];
} {
  const lists = new Map<number, BadSignature[]>();
  for (const one of bad) {
    const list = lists.get(idOfKey(one));
    if (list) list.push(one);
    else lists.set(idOfKey(one), [one]);
  }
  const isWhole = (one: BadSignature): boolean => {
    const count = lists.get(idOfKey(one))?.length ?? 0;
    return count > 1 && count === byKey.get(idOfKey(one));
  };
  const ofKeys = [...lists.values()].filter(([first]) => first && isWhole(first));
  return { ofKeys, others: bad.filter((one) => !isWhole(one)) };
}

function idOfKey({ tag, algorithm }: BadSignature): number {
  return tag * 256 + algorithm;
}

function wrongKey(bad: readonly BadSignature[], zone: Zone, ctx: RuleContext): Report {
  const first = firstOf(bad, ctx);
  const keys = keysOfRecords(ofType(apexRecords(zone, ctx), TYPE_DNSKEY), ctx) ?? [];
  const related: Related[] = keys
    .filter((key) => key.tag === first.tag && key.algorithm === first.algorithm)
    .map(({ record }) => ({ at: record.at('record'), message: phrase`The key that they name` }));
  return {
    at: new ZoneRecord(ctx.store, first.record).at({ rdata: 6 }),
    message: phrase`None of the ${bad.length} signatures by key ${first.tag} verifies: the DNSKEY record is not the key that they were made with, or all of them were made for other records. ${whatFollows(bad)}`,
    ...severityOf(bad),
    related,
  };
}

function wrongRecords(bad: readonly BadSignature[], ctx: RuleContext): Report {
  const gravest = bad.filter(({ hasOther }) => !hasOther);
  const first = firstOf(gravest.length > 0 ? gravest : bad, ctx);
  const record = new ZoneRecord(ctx.store, first.record);
  return {
    at: record.at({ rdata: 0 }),
    message: phrase`The signature of ${typeName(first.type)} of ${shown(ctx, first.owner)} does not verify${andMore(bad.length, noun`other signature`)}: the records, or the signature itself, were changed after signing. ${whatFollows(bad)}`,
    ...severityOf(bad),
  };
}

/** The one that stands first in the text. */
function firstOf(bad: readonly BadSignature[], { store }: RuleContext): BadSignature {
  const at = ({ record }: BadSignature): ZoneRecord => new ZoneRecord(store, record);
  return bad.reduce((first, one) => (byPlace(at(one), at(first)) < 0 ? one : first));
}

function whatFollows(bad: readonly BadSignature[]): string {
  return isHarmless(bad)
    ? phrase`Validators take the other signatures of these records, as long as they last. Sign the zone again`
    : phrase`Validators answer SERVFAIL. Sign the zone again`;
}

function severityOf(bad: readonly BadSignature[]): Pick<Report, 'severity'> {
  return isHarmless(bad) ? { severity: 'warning' } : {};
}

function isHarmless(bad: readonly BadSignature[]): boolean {
  return bad.every(({ hasOther }) => hasOther);
}
