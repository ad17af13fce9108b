import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NS, TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { NO_TYPES, withType } from '../../dns/type-sums.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { hasOwnBit, TYPE_UNREADABLE, typeBit } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { isLastOfName } from './name-order.ts';
import { type FoundZone, isListed, isToBeSigned, NameSets } from './name-sets.ts';

/** The last records of the names at which a set has no signature, a signature no set, or NSEC and TTL are others. */
export function* suspectsOf(signed: FoundZone, ctx: RuleContext): Generator<void, RecordId[]> {
  const { held } = ctx;
  const { owner } = ctx.store.records;
  const sets = new NameSets(signed, ctx);
  const suspects: RecordId[] = [];
  for (const block of signed.blocks) {
    for (const record of block.inside) {
      const name = owner[record] as NameId;
      const first = held.view.index.firstAt(name);
      // Most names are looked at with the first of their list, and nothing more is asked.
      if (first === record && isSound(record, block.id, signed, ctx)) continue;
      if (!isLastOfName(record, name, signed.zone, ctx) || isSound(first, block.id, signed, ctx)) continue;
      sets.read(name);
      if (isSuspect(name, sets, { signed, ctx })) suspects.push(record);
    }
    yield;
  }
  return suspects;
}

/**
 * Whether all is as a signer makes it at the name of a record, the first one there, that stands in a block. Nothing is made
 * for names as nearly all are: of types that have bits of their own, of one zone, no delegation, and all with one TTL. False
 * where that is not sure.
 */
function isSound(first: RecordId, block: number, { zone, isHashed }: FoundZone, { store }: RuleContext): boolean {
  const { records, heads } = store;
  const { type, ttl, mark, following } = records;
  const { covered, originalTtl } = heads;
  const firstTtl = ttl[first];
  let types = 0;
  let signed = 0;
  let sum = withType(NO_TYPES, TYPE_RRSIG);
  let proof = 0;
  for (let id = first; id !== NO_RECORD; id = records.nextAt(id)) {
    if (records.block[id] !== block && store.blockOf(id)?.instance.zone !== zone) return false;
    const isSignature = type[id] === TYPE_RRSIG;
    const said = mark[id] as number;
    const set = (isSignature ? covered[said] : type[id]) as number;
    const bit = typeBit(set);
    if (!hasOwnBit(set) || set === TYPE_NS || (isSignature ? originalTtl[said] : ttl[id]) !== firstTtl) return false;
    if (isSignature) {
      signed |= bit;
      continue;
    }
    if ((types & bit) === 0) sum = withType(sum, set);
    else if (set === TYPE_NSEC) return false;
    types |= bit;
    if (set === TYPE_NSEC && following[id] !== 0) proof = said;
  }
  return types === signed && (proof === 0 ? isHashed : proof === sum);
}

function isSuspect(
  name: NameId,
  { types, first, covered, signature }: NameSets,
  { signed, ctx }: { readonly signed: FoundZone; readonly ctx: RuleContext },
): boolean {
  const { ttl } = ctx.store.records;
  const { records } = signed;
  const isCut = name !== signed.zone.apex && types.includes(TYPE_NS);
  let sum = NO_TYPES;
  let denial = NO_RECORD;
  for (let i = 0; i < types.length; i++) {
    const type = types[i] as number;
    if (type === TYPE_NSEC) denial = first[i] as RecordId;
    if (isListed(type, isCut)) sum = withType(sum, type);
    const place = covered.indexOf(type);
    if (place < 0 && type !== TYPE_UNREADABLE && isToBeSigned(type, isCut)) return true;
    if (place >= 0 && ttl[first[i] as RecordId] !== records.originalTtl(signature[place] as RecordId)) return true;
  }
  for (const type of covered) if (!types.includes(type) || !isToBeSigned(type, isCut)) return true;
  return denial === NO_RECORD ? !types.includes(TYPE_NSEC3) && !signed.isHashed : records.types(denial) !== sum;
}
