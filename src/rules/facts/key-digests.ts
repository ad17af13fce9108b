import { TYPE_CDNSKEY, TYPE_CDS, TYPE_DNSKEY, TYPE_DS } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { bitsOfTypes, GENERATED, SOUND } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { rdataFields } from './rdata-fields.ts';
import { RowNumbers } from './row-numbers.ts';
import { blocksWith } from './zone-records.ts';

/** The types whose records name an algorithm of keys. */
export const KEY_TYPES: readonly number[] = [TYPE_DS, TYPE_DNSKEY, TYPE_CDS, TYPE_CDNSKEY];
const KEY_BITS = bitsOfTypes(KEY_TYPES);

/** The numbers that a record of keys names. One object is used for all records of a zone. */
export interface KeyNumbers {
  record: RecordId;
  type: number;
  algorithm: number;
  /** -1 for records that hold the key itself. */
  digest: number;
}

/** Where the algorithm stands among the words of the rdata, and the digest type. */
export function placesOf(type: number): { readonly algorithm: number; readonly digest: number } {
  return isDigest(type) ? { algorithm: 1, digest: 2 } : { algorithm: 2, digest: -1 };
}

/** The octets of the digest of a DS or CDS record; undefined where it can't be read. */
export function octetsOfDigest(record: RecordId, ctx: RuleContext): number | undefined {
  const fields = rdataFields(new ZoneRecord(ctx.store, record), ctx);
  return fields && fields.slice(3).join('').length / 2;
}

/**
 * The numbers of the DS, CDS, DNSKEY and CDNSKEY records of a zone but those that are sound, whose algorithms and digests are
 * in use; undefined now and then, as a place to stop.
 */
export function* keyNumbers(zone: Zone, ctx: RuleContext): Generator<KeyNumbers | undefined, void, undefined> {
  const { type, flags } = ctx.store.records;
  const numbers: KeyNumbers = { record: -1, type: 0, algorithm: 0, digest: -1 };
  let rows: RowNumbers | undefined;
  for (const block of blocksWith(zone, KEY_BITS)) {
    yield undefined;
    if (!block || (block.unsoundTypes & KEY_BITS) === 0) continue;
    let isOpen = false;
    for (const record of block.inside) {
      numbers.type = type[record] as number;
      if (!KEY_TYPES.includes(numbers.type) || ((flags[record] as number) & (GENERATED | SOUND)) !== 0) continue;
      rows ??= new RowNumbers(ctx.store);
      if (!isOpen) rows.open(block);
      isOpen = true;
      rows.to(record);
      numbers.record = record;
      if (readNumbers(numbers, rows, ctx)) yield numbers;
    }
  }
}

function readNumbers(numbers: KeyNumbers, rows: RowNumbers, ctx: RuleContext): boolean {
  const isOfDigest = isDigest(numbers.type);
  numbers.algorithm = rows.number(isOfDigest ? 1 : 2);
  numbers.digest = isOfDigest ? rows.number(2) : -1;
  if (rows.number(0) >= 0 && numbers.algorithm >= 0 && (!isOfDigest || numbers.digest >= 0)) return true;
  // Words, or the form of RFC 3597.
  const fields = rdataFields(new ZoneRecord(ctx.store, numbers.record), ctx);
  const places = placesOf(numbers.type);
  numbers.algorithm = Number(fields?.[places.algorithm]);
  numbers.digest = isOfDigest ? Number(fields?.[places.digest]) : -1;
  return fields !== undefined;
}

function isDigest(type: number): boolean {
  return type === TYPE_DS || type === TYPE_CDS;
}
