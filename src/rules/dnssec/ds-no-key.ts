import type { NameId } from '../../dns/name-table.ts';
import { TYPE_DNSKEY, TYPE_DS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { digestOfKey } from '../facts/ds-digest.ts';
import { shown } from '../facts/pairing.ts';
import { type KeyRecord, keysOfRecords, tagsInWords } from '../facts/public-keys.ts';
import { rdataFields } from '../facts/rdata-fields.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A delegation whose DS records fit no key of the held child zone (RFC 4035 section 5.2): validators answer SERVFAIL for all of it. */
export const dsNoKey = defineRule({
  id: 'ds-no-key',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_DS],
  passesPlainDelegations: true,
  wants: ({ held }, name) => held.view.zones.has(name),
  summary: 'DS fits no DNSKEY of the held child zone',
  check(name, records, ctx, report) {
    const child = ctx.held.view.zones.has(name) ? ctx.held.view.zoneAt(name) : undefined;
    const parents = records.filter((record) => record.type === TYPE_DS && record.zone && record.zone !== child);
    const [first] = parents;
    if (!first || !child || ctx.isClaimed(first.id) || isUnknown(child, ctx)) return;
    const keys = keysOfRecords(ofType(apexRecords(child, ctx), TYPE_DNSKEY), ctx);
    const signers = parents.map((record) => signerOf(record, ctx));
    if (!keys || signers.some((signer) => signer === undefined)) return;
    const isNamed = ({ tag, algorithm }: Signer) => keys.some((key) => key.tag === tag && key.algorithm === algorithm);
    const fits = (signer: Signer) =>
      keys.some(
        (key) => key.tag === signer.tag && key.algorithm === signer.algorithm && isDigest(signer, { key, name, ctx }),
      );
    if (keys.length === 0 ? !isCertainlyUnsigned(child) : signers.some((signer) => signer && fits(signer))) return;
    const other = signers.findIndex((signer) => signer && isNamed(signer));
    const named = parents[other];
    if (named) {
      report({
        at: named.at({ rdata: 3 }),
        message: phrase`The digest in the DS of ${shown(ctx, name)} is not that of key ${signers[other]?.tag} of the zone: validators answer SERVFAIL for all names there. Take the DS from the zone's keys`,
      });
      return;
    }
    const tags = signers.map((signer) => signer?.tag).join(', ');
    const has = keys.length === 0 ? phrase`has no DNSKEY` : phrase`has ${tagsInWords(keys)}`;
    report({
      at: first.at({ rdata: 0 }),
      message: phrase`The DS of ${shown(ctx, name)} names key ${tags}, and the zone ${has}: validators answer SERVFAIL for all names there. Take the DS from the zone's keys`,
      related: keys.slice(0, 1).map(({ record }) => ({ at: record.at('record'), message: phrase`A key of the zone` })),
    });
  },
});

interface Signer {
  readonly tag: number;
  readonly algorithm: number;
  readonly digestType: number;
  readonly digest: string;
}

/** Whether a digest is that of a key, as far as its type is known. */
function isDigest(
  { digestType, digest }: Signer,
  { key, name, ctx }: { readonly key: KeyRecord; readonly name: NameId; readonly ctx: RuleContext },
): boolean {
  const own = digestOfKey(key, name, { type: digestType, ctx });
  return own === undefined || own === digest;
}

function signerOf(record: ZoneRecord, ctx: RuleContext): Signer | undefined {
  const fields = rdataFields(record, ctx);
  if (!fields) return undefined;
  const [tag, algorithm, digestType] = fields.map(Number);
  if (tag === undefined || algorithm === undefined || digestType === undefined) return undefined;
  return { tag, algorithm, digestType, digest: fields.slice(3).join('').toLowerCase() };
}

/** Which keys a zone has is known where its file is all of it. */
function isUnknown(child: Zone, ctx: RuleContext): boolean {
  const { signed, signedBeside, dynamic, role } = child.traits;
  if (signed || signedBeside || dynamic || role !== 'primary' || child.gaps.size > 0) return true;
  return mayHold(apexRecords(child, ctx), TYPE_DNSKEY);
}

/** A server may sign a zone by itself; where its configuration is read and does not say so, it does not. */
function isCertainlyUnsigned({ traits }: Zone): boolean {
  return traits.declared && traits.dialect !== undefined;
}
