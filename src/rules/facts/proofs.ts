import { compareCanonical } from '../../dns/canonical-order.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { typeBit } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import type { SignedZone } from './signed-columns.ts';

/** The records of a type of proof in the order of the text; `NO_RECORD` now and then, as a place to stop. */
export function* proofsOf({ blocks }: SignedZone, proof: number, { store }: RuleContext): Generator<RecordId> {
  const { type } = store.records;
  for (const { types, inside } of blocks) {
    if ((types & typeBit(proof)) === 0) continue;
    yield NO_RECORD;
    for (const record of inside) if (type[record] === proof) yield record;
  }
}

/**
 * The first owner of a type of proof where all stand in the order of their names, each leads to the next one, and the last
 * one to the first: most signers write them so, and the chain is right then. -1 where they do not.
 */
export function* startOfChain(signed: SignedZone, proof: number, ctx: RuleContext): Generator<void, NameId> {
  const { names, records } = ctx.store;
  let first: NameId = NO_NAME;
  let last: NameId = NO_NAME;
  let following: NameId = NO_NAME;
  for (const block of signed.blocks) {
    if ((block.types & typeBit(proof)) === 0) continue;
    yield;
    for (const record of block.inside) {
      if (records.type[record] !== proof) continue;
      const owner = records.owner[record] as NameId;
      if (first === NO_NAME) first = owner;
      else if (owner !== following || compareCanonical(names, last, owner) >= 0) return NO_NAME;
      last = owner;
      following = signed.records.following(record);
    }
  }
  return following === first ? first : NO_NAME;
}
