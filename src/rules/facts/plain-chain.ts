import { compareCanonical } from '../../dns/canonical-order.ts';
import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NSEC } from '../../dns/type-codes.ts';
import { typeCode } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { type Anchor, ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { type NameSets, suspectNames } from './name-sets.ts';
import { isDelegation, isExplained, sumOfTypes, typesDiffer } from './name-types.ts';
import { isOccluded } from './occluded.ts';
import { shown } from './pairing.ts';
import { proofsOf, startOfChain } from './proofs.ts';
import type { SignedZone } from './signed-columns.ts';

/** What is wrong with a chain of denial, and where it is said. */
export interface ChainFault {
  readonly at: Anchor;
  readonly message: string;
}

/**
 * What is wrong with the NSEC records of a zone. Nothing is sorted where nothing is wrong: where each name has a record,
 * each is the next one of exactly one other, and exactly one leads backwards, the chain is that of the order.
 */
export function* plainChainFault(signed: SignedZone, ctx: RuleContext): Generator<void, ChainFault | undefined> {
  for (const at of suspectNames(signed, ctx)) {
    if (!at) yield;
    const fault = at && nameFault(at, signed, ctx);
    if (fault) return fault;
  }
  if ((yield* startOfChain(signed, TYPE_NSEC, ctx)) === signed.zone.apex) return undefined;
  const { owner } = ctx.store.records;
  const owners = new Map<NameId, RecordId>();
  const led = new Set<NameId>();
  let backwards = 0;
  for (const record of proofsOf(signed, TYPE_NSEC, ctx)) {
    if (record === NO_RECORD) {
      yield;
      continue;
    }
    const following = signed.records.following(record);
    owners.set(owner[record] as NameId, record);
    led.add(following);
    if (compareCanonical(ctx.store.names, owner[record] as NameId, following) >= 0) backwards++;
  }
  const isWhole = led.size === owners.size && backwards === 1 && owners.has(signed.zone.apex);
  return isWhole && [...led].every((name) => owners.has(name)) ? undefined : brokenLink(owners, signed, ctx);
}

/** What is wrong with the NSEC record of a name that differs from what a signer makes; nothing where that is said elsewhere. */
function nameFault(
  { name, sets }: { readonly name: NameId; readonly sets: NameSets },
  signed: SignedZone,
  ctx: RuleContext,
): ChainFault | undefined {
  const place = sets.types.indexOf(TYPE_NSEC);
  const isCut = isDelegation(signed, name, sets);
  if (place < 0) return isExplained(sets, isCut) && !isCut ? undefined : lacking(sets, name, signed, ctx);
  const record = sets.first[place] as RecordId;
  if (signed.records.types(record) === sumOfTypes(sets, isCut) || isExplained(sets, isCut)) return undefined;
  return isOccluded(name, signed.zone, ctx) ? undefined : otherTypes(record, { sets, isCut }, ctx);
}

/** A name that is there and has no NSEC record. */
function lacking(sets: NameSets, name: NameId, signed: SignedZone, ctx: RuleContext): ChainFault | undefined {
  if (isOccluded(name, signed.zone, ctx)) return undefined;
  const record = new ZoneRecord(ctx.store, sets.first[0] as RecordId);
  return { at: record.at('owner'), message: phrase`${shown(ctx, name)} has no NSEC record` };
}

function otherTypes(
  id: RecordId,
  { sets, isCut }: { readonly sets: NameSets; readonly isCut: boolean },
  ctx: RuleContext,
): ChainFault {
  const record = new ZoneRecord(ctx.store, id);
  const listed = record
    .words()
    .rdata.slice(1)
    .flatMap(({ text }) => typeCode(text.toUpperCase()) ?? []);
  return {
    at: record.at('record'),
    message: phrase`The NSEC record of ${shown(ctx, record.owner)} ${typesDiffer(listed, sets, isCut)}`,
  };
}

/** The first record that leads elsewhere than to the name that follows. Of records at glue delegation-occluded tells. */
function brokenLink(
  owners: ReadonlyMap<NameId, RecordId>,
  signed: SignedZone,
  ctx: RuleContext,
): ChainFault | undefined {
  const { names } = ctx.store;
  const chain = [...owners.keys()].filter((name) => !isOccluded(name, signed.zone, ctx));
  const order = chain.sort((a, b) => compareCanonical(names, a, b));
  const at = order.findIndex((name, i) => {
    return signed.records.following(owners.get(name) as RecordId) !== (order[i + 1] ?? order[0]);
  });
  const id = at < 0 ? undefined : owners.get(order[at] as NameId);
  if (id === undefined || isUnread(signed.records.following(id), ctx)) return undefined;
  const record = new ZoneRecord(ctx.store, id);
  const expected = order[at + 1] ?? signed.zone.apex;
  return {
    at: record.at({ rdata: 0 }),
    message: phrase`The NSEC record of ${shown(ctx, record.owner)} leads to ${shown(ctx, signed.records.following(id))}, and the next name is ${shown(ctx, expected)}`,
  };
}

/** Whether a proof leads to a name with a record that can't be read, which may be the one that is wanted. */
export function isUnread(name: NameId, { held }: RuleContext): boolean {
  return held.recordsAt(name, TYPE_UNREADABLE).length > 0;
}
