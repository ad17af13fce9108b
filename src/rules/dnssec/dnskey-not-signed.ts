import { keyId } from '../../dns/dnssec.ts';
import { TYPE_DNSKEY, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { type KeyRecord, keysOfRecords } from '../facts/public-keys.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { defineRule } from '../rule.ts';

/** A signed zone with key-signing keys, none of which signs the keys (RFC 4035 section 5.2): the parent's DS is of such a key, mostly. */
export const dnskeyNotSigned = defineRule({
  id: 'dnskey-not-signed',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'No key-signing key signs the keys of the zone',
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    const records = apexRecords(zone, ctx);
    if (!signed?.isWhole || mayHold(records, TYPE_DNSKEY)) return;
    const keys = keysOfRecords(ofType(records, TYPE_DNSKEY), ctx) ?? [];
    const entries = keys.filter(isEntry);
    const [first] = entries;
    if (!first) return;
    const { key, covered } = ctx.store.heads;
    const signers = new Set<number>();
    for (const { head } of signed.signatures) if (covered[head] === TYPE_DNSKEY) signers.add(key[head] as number);
    // Where nothing signs them that is said of the set, and of a key that the zone does not have by rrsig-no-key.
    const known = new Set(keys.map(({ tag, algorithm }) => keyId(tag, algorithm)));
    if (!ctx.settings.isOff('rrsig-no-key') && [...signers].some((signer) => !known.has(signer))) return;
    if (signers.size === 0 || entries.some(({ tag, algorithm }) => signers.has(keyId(tag, algorithm)))) return;
    report({
      at: first.record.at('record'),
      message: phrase`No key with the SEP flag signs the DNSKEY records of ${shown(ctx, zone.apex)}, and the parent's DS is of such a key, as ${first.tag} is one: validators answer SERVFAIL. Sign the zone again, with that key`,
    });
  },
});

/** A key of the zone that is meant as the way in (SEP, RFC 4034 section 2.1.1), can be used, and is not revoked. */
function isEntry({ flags, protocol }: KeyRecord): boolean {
  return protocol === 3 && (flags & ZONE_KEY) !== 0 && (flags & SEP) !== 0 && (flags & REVOKED) === 0;
}

const ZONE_KEY = 256;
const SEP = 1;
const REVOKED = 128;
