import { ZONE_KEY } from '../../dns/dnssec.ts';
import { TYPE_DNSKEY, TYPE_RRSIG } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { typeBit } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { apexRecords, mayHold, ofType } from './apex.ts';
import { keysOfRecords } from './public-keys.ts';
import type { SignedZone } from './signed-columns.ts';

/** The first signature of a set that has none of an algorithm, and how many sets lack one. */
export interface MissingAlgorithm {
  readonly signature: RecordId;
  readonly algorithm: number;
  readonly count: number;
}

/**
 * Signed sets without a signature of each algorithm of the zone's keys (RFC 4035 section 2.2). Where the algorithms have as
 * many signatures as each other, as in zones of one algorithm, no record is looked at.
 */
export function* algorithmMissing(signed: SignedZone, ctx: RuleContext): Generator<void, MissingAlgorithm | undefined> {
  const atApex = apexRecords(signed.zone, ctx);
  const keys = mayHold(atApex, TYPE_DNSKEY) ? undefined : keysOfRecords(ofType(atApex, TYPE_DNSKEY), ctx);
  const usable = keys?.filter(({ flags }) => (flags & (ZONE_KEY | REVOKED)) === ZONE_KEY) ?? [];
  const algorithms = [...new Set(usable.map(({ algorithm }) => algorithm))];
  if (algorithms.length < 2) return undefined;
  const { key, covered } = ctx.store.heads;
  const counts = algorithms.map((algorithm) => {
    const alike = signed.signatures.filter(({ head }) => ((key[head] as number) & 255) === algorithm);
    // How many keys sign the keys is another matter.
    const others = alike.filter(({ head }) => covered[head] !== TYPE_DNSKEY);
    return others.length === alike.length ? -1 : others.reduce((sum, { count }) => sum + count, 0);
  });
  if (counts.every((count) => count >= 0 && count === counts[0])) return undefined;

  const sets = new Map<number, { readonly signature: RecordId; readonly found: Set<number> }>();
  const { owner, type } = ctx.store.records;
  for (const block of signed.blocks) {
    if ((block.types & typeBit(TYPE_RRSIG)) === 0) continue;
    yield;
    for (const record of block.inside) {
      if (type[record] !== TYPE_RRSIG) continue;
      const head = signed.records.head(record);
      const set = (owner[record] as number) * 65_536 + (covered[head] as number);
      const known = sets.get(set) ?? { signature: record, found: new Set() };
      sets.set(set, known);
      known.found.add((key[head] as number) & 255);
    }
  }
  const lacking = [...sets.values()].flatMap(({ signature, found }) => {
    const algorithm = algorithms.find((one) => !found.has(one));
    return algorithm === undefined ? [] : { signature, algorithm };
  });
  return lacking[0] && { ...lacking[0], count: lacking.length };
}

/** A key that is given up, and only says so (RFC 5011 section 2.1). */
const REVOKED = 0x80;
