import {
  TYPE_CDNSKEY,
  TYPE_CDS,
  TYPE_DNSKEY,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_RRSIG,
  TYPE_SOA,
} from '../../dns/type-codes.ts';
import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { OPT_OUT, typeBit } from '../../zone/draft.ts';
import { NameReader } from '../../zone/name-reader.ts';
import type { HeadId } from '../../zone/signature-heads.ts';
import type { RuleContext } from '../rule.ts';
import { RowNumbers } from './row-numbers.ts';
import { isOfText, readSignatures, type SignatureBlock, type SignatureReading } from './signature-block.ts';
import type { SignaturesAlike, SignedZone } from './signed-columns.ts';
import { SignedRecords } from './signed-records.ts';
import { suspectsOf } from './signed-suspects.ts';

/** Keys are signed where the rest is left to the server: a zone with these signatures alone is no signed file. */
const KEY_SETS: ReadonlySet<number> = new Set([TYPE_DNSKEY, TYPE_CDS, TYPE_CDNSKEY]);

/**
 * The signatures of a zone; undefined where its file has none, or not all of it can be read. Each `yield` is a place to
 * stop. Rules that ask one after the other share what was found.
 */
export function* signedZone(zone: Zone, ctx: RuleContext): Generator<void, SignedZone | undefined> {
  if (!hasSignedApex(zone, ctx)) return undefined;
  const { signedZones } = ctx.memory;
  const { version, changeCount } = zone.view;
  const known = signedZones.get(zone);
  if (known && known.version === version && known.changeCount === changeCount) return known.signed;
  const signed = yield* readZone(zone, ctx);
  signedZones.set(zone, { version, changeCount, signed });
  return signed;
}

function* readZone(zone: Zone, ctx: RuleContext): Generator<void, SignedZone | undefined> {
  const blocks = [...allBlocks(zone.root)];
  const { store } = ctx;
  const reading = { store, rows: new RowNumbers(store), names: new NameReader(store.names) };
  const census = new Census(new SignedRecords(store), ctx);
  const bits = typeBit(TYPE_RRSIG) | typeBit(TYPE_NSEC) | typeBit(TYPE_NSEC3);
  for (const block of blocks) {
    if ((block.types & bits) === 0) continue;
    if (!census.add(block, reading)) return undefined;
    yield;
  }
  const signatures = census.signatures();
  const { heads } = store;
  if (signatures.every(({ head }) => KEY_SETS.has(heads.covered[head] as number))) return undefined;
  const { signed, dynamic } = zone.traits;
  const isWhole = !signed && !dynamic && zone.gaps.size === 0;
  const { records, isHashed, isOptOut } = census;
  const found = { zone, blocks, records, signatures, isHashed, isOptOut, isWhole };
  return { ...found, suspects: yield* suspectsOf(found, ctx) };
}

function hasText({ inside }: InstanceBlock, { store }: SignatureReading): boolean {
  for (let i = 0; i < inside.length; i++) if (isOfText(store, inside[i] as RecordId)) return true;
  return false;
}

/** Counts the signatures of a zone block by block. */
class Census {
  readonly records: SignedRecords;
  isHashed = false;
  isOptOut = false;
  readonly #ctx: RuleContext;
  readonly #heads: HeadId[] = [];
  /** By the heads. */
  readonly #first: RecordId[] = [];
  readonly #count: number[] = [];

  constructor(records: SignedRecords, ctx: RuleContext) {
    this.records = records;
    this.#ctx = ctx;
  }

  /** Takes the records of a block; false where not all of them can be read. */
  add(block: InstanceBlock, reading: SignatureReading): boolean {
    const { type, flags, mark } = this.#ctx.store.records;
    const ofText = hasText(block, reading) ? this.#readText(block, reading) : undefined;
    if (ofText) {
      if (ofText.isUnclear) return false;
      this.records.add(ofText);
      this.isOptOut ||= ofText.isOptOut;
    }
    for (const record of block.inside) {
      const recordType = type[record];
      if (recordType === TYPE_RRSIG) this.#count1(mark[record] || this.records.head(record), record);
      else if (recordType === TYPE_NSEC3) {
        this.isHashed = true;
        this.isOptOut ||= ((flags[record] as number) & OPT_OUT) !== 0;
      }
    }
    return true;
  }

  /** What was read of a text is kept as long as the block does not change. */
  #readText(block: InstanceBlock, reading: SignatureReading): SignatureBlock {
    const { signatureBlocks } = this.#ctx.memory;
    let known = signatureBlocks.get(block.records);
    if (!known) {
      known = readSignatures(block, reading);
      signatureBlocks.set(block.records, known);
    }
    return known;
  }

  #count1(head: HeadId, record: RecordId): void {
    const count = this.#count[head];
    if (count === undefined) {
      this.#heads.push(head);
      this.#first[head] = record;
    }
    this.#count[head] = (count ?? 0) + 1;
  }

  signatures(): readonly SignaturesAlike[] {
    return this.#heads.map((head) => ({
      head,
      first: this.#first[head] as RecordId,
      count: this.#count[head] as number,
    }));
  }
}

/** Whether signatures stand at the apex, as in each signed zone with an SOA. */
function hasSignedApex(zone: Zone, { store, held }: RuleContext): boolean {
  const { type } = store.records;
  let hasSoa = false;
  let isSigned = false;
  for (let id = held.view.index.firstAt(zone.apex); id >= 0; id = store.records.nextAt(id)) {
    hasSoa ||= type[id] === TYPE_SOA;
    isSigned ||= type[id] === TYPE_RRSIG;
  }
  return hasSoa && isSigned;
}

function* allBlocks(instance: Zone['root']): Generator<InstanceBlock> {
  for (const block of instance.blocks) {
    if (!block) continue;
    yield block;
    for (const child of block.children) if (child.instance) yield* allBlocks(child.instance);
  }
}
