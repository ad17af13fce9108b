import { HASH_DIGITS } from '../../dns/hashed-name.ts';
import type { NameId } from '../../dns/name-table.ts';
import { TYPE_DNSKEY, TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { isToBeSigned, type NameSets, suspectNames } from './name-sets.ts';
import { isDelegation } from './name-types.ts';
import { isOccluded } from './occluded.ts';
import type { SignedZone } from './signed-columns.ts';

/** Signatures that cover nothing that signers sign: -1 and 0 where there is none. */
export interface LeftOver {
  readonly first: RecordId;
  /** What it signs is there, and is nothing to be signed. */
  readonly isThere: boolean;
  readonly count: number;
}

/** The first signature of a set that is not there, or is none that signers sign, and how many there are. */
export function* leftOver(signed: SignedZone, ctx: RuleContext): Generator<void, LeftOver> {
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
      if (!isUnwanted && (sets.has(type) || isToldElsewhere(type, at, signed, ctx) || sets.has(TYPE_UNREADABLE)))
        continue;
      if (isOccluded(name, signed.zone, ctx)) continue;
      if (count++ > 0) continue;
      first = sets.signature[i] as RecordId;
      isThere = isUnwanted;
    }
  }
  return { first, isThere, count };
}

interface NamedSets {
  readonly name: NameId;
  readonly sets: NameSets;
}

/** Keys of the zone that are missing, and proofs, have rules of their own; a name that has nothing else has no proof to miss. */
function isToldElsewhere(
  type: number,
  { name, sets }: NamedSets,
  { zone }: SignedZone,
  { store: { names } }: RuleContext,
): boolean {
  switch (type) {
    case TYPE_DNSKEY:
      return name === zone.apex;
    case TYPE_NSEC:
      return sets.types.some((one) => one !== TYPE_RRSIG);
    case TYPE_NSEC3:
      return names.parent(name) === zone.apex && names.label(name).length === HASH_DIGITS;
    default:
      return false;
  }
}
