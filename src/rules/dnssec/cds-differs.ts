import { TYPE_CDNSKEY, TYPE_CDS, TYPE_DNSKEY } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { digestOfKey } from '../facts/ds-digest.ts';
import { type KeyRecord, keysOfRecords } from '../facts/public-keys.ts';
import { rdataFields } from '../facts/rdata-fields.ts';
import { defineRule, type Report, type RuleContext } from '../rule.ts';

/** CDS and CDNSKEY records that tell the parent of different keys (RFC 7344 section 4): it acts on neither. */
export const cdsDiffers = defineRule({
  id: 'cds-differs',
  scope: 'zone',
  zoneTypes: [TYPE_CDS, TYPE_CDNSKEY],
  severity: 'warning',
  summary: 'CDS and CDNSKEY records are not of the same keys',
  check(zone, ctx, report) {
    const records = apexRecords(zone, ctx);
    // Servers refuse the zone for one of them.
    if (records.some(({ id }) => ctx.isClaimed(id))) return;
    const digests = ofType(records, TYPE_CDS);
    const keyRecords = ofType(records, TYPE_CDNSKEY);
    const keys = keysOfRecords(keyRecords, ctx);
    if (!keys || zone.gaps.size > 0 || mayHold(records, TYPE_CDS) || mayHold(records, TYPE_CDNSKEY)) return;
    const fault =
      ofOneAlone(digests[0], keyRecords[0]) ??
      ofStrayDigest(digests, keys, { zone, ctx }) ??
      ofUntoldKey(digests, keys, ctx) ??
      (zone.traits.signed || zone.traits.signedBeside || mayHold(records, TYPE_DNSKEY)
        ? undefined
        : ofStrangeKey(keys, keysOfRecords(ofType(records, TYPE_DNSKEY), ctx)));
    if (fault) report(fault);
  },
});

/** Parents read one of the two, each its own: RFC 7344 section 4 asks for both. */
function ofOneAlone(digest: ZoneRecord | undefined, key: ZoneRecord | undefined): Report | undefined {
  if (key && !digest)
    return {
      at: key.at('type'),
      severity: 'information',
      message: phrase`CDNSKEY stands without CDS: parents that read CDS only are not told of the key, so publish both`,
    };
  if (digest && !key)
    return {
      at: digest.at('type'),
      severity: 'information',
      message: phrase`CDS stands without CDNSKEY: parents that read CDNSKEY only are not told of the key, so publish both`,
    };
  return undefined;
}

/** A CDS record that is of no key in CDNSKEY, by its tag or by its digest. */
function ofStrayDigest(
  digests: readonly ZoneRecord[],
  keys: readonly KeyRecord[],
  { zone, ctx }: { readonly zone: Zone; readonly ctx: RuleContext },
): Report | undefined {
  for (const record of digests) {
    const fields = rdataFields(record, ctx);
    if (!fields) continue;
    const named = keys.filter((key) => idOfKey(key) === idOfDigest(fields));
    if (named.length === 0)
      return {
        at: record.at({ rdata: 0 }),
        message: phrase`CDS names key ${fields[0]}, which no CDNSKEY record holds: the parent acts on neither until both are of the same keys`,
      };
    const digest = fields.slice(3).join('').toLowerCase();
    const isOwn = (key: KeyRecord): boolean =>
      key.algorithm === 0 || (digestOfKey(key, zone.apex, { type: Number(fields[2]), ctx }) ?? digest) === digest;
    if (!named.some(isOwn))
      return {
        at: record.at({ rdata: 3 }),
        message: phrase`The digest in this CDS is not that of key ${fields[0]} in CDNSKEY: the parent acts on neither until both are of the same keys`,
      };
  }
  return undefined;
}

/** A CDNSKEY record whose key no CDS record names. */
function ofUntoldKey(digests: readonly ZoneRecord[], keys: readonly KeyRecord[], ctx: RuleContext): Report | undefined {
  const told = new Set(digests.map((record) => idOfDigest(rdataFields(record, ctx) ?? [])));
  const untold = keys.find((key) => !told.has(idOfKey(key)));
  if (!untold) return undefined;
  return {
    at: untold.record.at('type'),
    message: phrase`CDNSKEY holds key ${untold.tag}, which no CDS record names: the parent acts on neither until both are of the same keys`,
  };
}

/** A CDNSKEY record whose key is none of the zone's. Nothing is said where these can't be read. */
function ofStrangeKey(keys: readonly KeyRecord[], own: readonly KeyRecord[] | undefined): Report | undefined {
  const isOwn = (key: KeyRecord): boolean =>
    key.algorithm === 0 || !own || own.some((one) => idOfKey(one) === idOfKey(key) && one.key === key.key);
  const stranger = keys.find((key) => !isOwn(key));
  if (!stranger) return undefined;
  return {
    at: stranger.record.at('type'),
    message: phrase`CDNSKEY holds key ${stranger.tag}, which is no DNSKEY of the zone: once the parent has its DS, validators find no key that fits it. Publish the key as DNSKEY first`,
  };
}

/** The record that deletes all has no tag (RFC 8078 section 4). */
function idOfKey({ tag, algorithm }: KeyRecord): string {
  return `${algorithm === 0 ? 0 : tag} ${algorithm}`;
}

function idOfDigest(fields: readonly string[]): string {
  return `${Number(fields[0])} ${Number(fields[1])}`;
}
