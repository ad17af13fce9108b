import type { NameId } from '../../dns/name-table.ts';
import {
  TYPE_CDNSKEY,
  TYPE_CDS,
  TYPE_DNSKEY,
  TYPE_DS,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_RRSIG,
  TYPE_SOA,
} from '../../dns/type-codes.ts';
import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import { TYPE_UNREADABLE, typeBit } from '../../zone/draft.ts';
import { NameReader } from '../../zone/name-reader.ts';
import type { RuleContext } from '../rule.ts';
import { RowNumbers } from './row-numbers.ts';
import { readSignatures, type SignatureBlock } from './signature-block.ts';
import type { SignedZone } from './signed-columns.ts';
import { mixedType } from './type-words.ts';

/** Keys are signed where the rest is left to the server: a zone with these signatures alone is no signed file. */
const KEY_SETS: ReadonlySet<number> = new Set([TYPE_DNSKEY, TYPE_CDS, TYPE_CDNSKEY]);

/**
 * The signatures of a zone; undefined where its file has none, or not all of it can be read. Each `yield` is a place to
 * stop. Blocks are read once as long as they do not change, and rules that ask one after the other share what was found.
 */
export function* signedZone(zone: Zone, ctx: RuleContext): Generator<void, SignedZone | undefined> {
  const { signedZones } = ctx.memory;
  const { version, changeCount } = zone.view;
  const known = signedZones.get(zone);
  if (known && known.version === version && known.changeCount === changeCount) return known.signed;
  const signed = yield* readZone(zone, ctx);
  signedZones.set(zone, { version, changeCount, signed });
  return signed;
}

function* readZone(zone: Zone, ctx: RuleContext): Generator<void, SignedZone | undefined> {
  if (!hasSignedApex(zone, ctx)) return undefined;
  const blocks = [...allBlocks(zone.root)];
  const { store } = ctx;
  const reading = { store, rows: new RowNumbers(store), names: new NameReader(store.names) };
  const { signatureBlocks } = ctx.memory;
  const signatures: SignatureBlock[] = [];
  const bits = typeBit(TYPE_RRSIG) | typeBit(TYPE_NSEC) | typeBit(TYPE_NSEC3);
  for (const block of blocks) {
    if ((block.types & bits) === 0) continue;
    let known = signatureBlocks.get(block.records);
    if (!known) {
      known = readSignatures(block, reading);
      signatureBlocks.set(block.records, known);
      yield;
    }
    if (known.isUnclear) return undefined;
    signatures.push(known);
  }
  const columns = columnsOf(zone, ctx, { blocks, signatures });
  return columns && { ...columns, suspects: yield* suspectsOf(columns, ctx) };
}

type Columns = Omit<SignedZone, 'suspects'>;

function columnsOf(
  zone: Zone,
  { store }: RuleContext,
  { blocks, signatures }: Pick<SignedZone, 'blocks' | 'signatures'>,
): Columns | undefined {
  const { limit } = store.records;
  const covered = new Uint16Array(limit);
  const originalTtl = new Int32Array(limit);
  const next = new Int32Array(limit);
  const types = new Int32Array(limit);
  let isOfData = false;
  let isHashed = false;
  for (const block of signatures) {
    block.signatures.forEach((record, i) => {
      covered[record] = block.covered[i] as number;
      originalTtl[record] = block.originalTtl[i] as number;
      isOfData ||= !KEY_SETS.has(block.covered[i] as number);
    });
    block.denials.forEach((record, i) => {
      next[record] = block.next[i] as number;
      types[record] = block.types[i] as number;
      isHashed ||= store.records.type[record] === TYPE_NSEC3;
    });
  }
  if (!isOfData) return undefined;
  const { signed, dynamic } = zone.traits;
  const isWhole = !signed && !dynamic && zone.gaps.size === 0;
  return { zone, blocks, signatures, covered, originalTtl, next, types, isHashed, isWhole };
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

/** The records of a name that stand in the zone: the types of its sets, each once, and those that its signatures cover. */
export class NameSets {
  readonly #ctx: RuleContext;
  readonly #signed: Columns;
  /** The types of the sets, RRSIG among them, and the first record of each. */
  readonly types: number[] = [];
  readonly first: RecordId[] = [];
  /** The types covered, and a signature of each. */
  readonly covered: number[] = [];
  readonly signature: RecordId[] = [];

  constructor(signed: Columns, ctx: RuleContext) {
    this.#signed = signed;
    this.#ctx = ctx;
  }

  /** Reads the records of a name; false where `record` is not the first of them in the list, so that each name is read once. */
  read(name: NameId, record: RecordId): boolean {
    const { store, held } = this.#ctx;
    const { records } = store;
    this.types.length = this.first.length = this.covered.length = this.signature.length = 0;
    let isFirst = true;
    for (let id = held.view.index.firstAt(name); id !== NO_RECORD; id = records.nextAt(id)) {
      if (store.blockOf(id)?.instance.zone !== this.#signed.zone) continue;
      if (isFirst && id !== record) return false;
      isFirst = false;
      const type = records.type[id] as number;
      if (!this.types.includes(type)) {
        this.types.push(type);
        this.first.push(id);
      }
      const covered = this.#signed.covered[id] as number;
      if (covered !== 0 && !this.covered.includes(covered)) {
        this.covered.push(covered);
        this.signature.push(id);
      }
    }
    return !isFirst;
  }

  has(type: number): boolean {
    return this.types.includes(type);
  }
}

/** The first records of the names at which a set has no signature, a signature no set, or NSEC and TTL are others. */
function* suspectsOf(signed: Columns, ctx: RuleContext): Generator<void, RecordId[]> {
  const { ttl } = ctx.store.records;
  const suspects: RecordId[] = [];
  for (const at of namesOf(signed, ctx)) {
    if (!at) yield;
    else if (isSuspect(at.name, at.sets, { signed, ttl })) suspects.push(at.sets.first[0] as RecordId);
  }
  return suspects;
}

function isSuspect(
  name: NameId,
  { types, first, covered, signature }: NameSets,
  { signed, ttl }: { readonly signed: Columns; readonly ttl: Int32Array },
): boolean {
  const isCut = name !== signed.zone.apex && types.includes(TYPE_NS);
  let sum = 0;
  let denial = NO_RECORD;
  for (let i = 0; i < types.length; i++) {
    const type = types[i] as number;
    if (type === TYPE_NSEC) denial = first[i] as RecordId;
    if (isListed(type, isCut)) sum = (sum + mixedType(type)) | 0;
    const place = covered.indexOf(type);
    if (place < 0 && type !== TYPE_UNREADABLE && isToBeSigned(type, isCut)) return true;
    if (place >= 0 && ttl[first[i] as RecordId] !== signed.originalTtl[signature[place] as RecordId]) return true;
  }
  for (const type of covered) if (!types.includes(type) || !isToBeSigned(type, isCut)) return true;
  return denial === NO_RECORD ? !types.includes(TYPE_NSEC3) && !signed.isHashed : signed.types[denial] !== sum;
}

/** Whether signers sign a set: no signatures, and of a delegation only what the parent answers for (RFC 4035 section 2.2). */
export function isToBeSigned(type: number, isCut: boolean): boolean {
  return type !== TYPE_RRSIG && (!isCut || type === TYPE_DS || type === TYPE_NSEC);
}

/** Whether a set takes part in what NSEC and NSEC3 list of a name: at a delegation most do not (RFC 4035 section 2.3). */
export function isListed(type: number, isCut: boolean): boolean {
  return !isCut || type === TYPE_NS || type === TYPE_DS || type === TYPE_RRSIG || type === TYPE_NSEC;
}

/** The names at which anything differs, with their sets, in the order of the text; undefined now and then. */
export function* suspectNames(
  signed: SignedZone,
  ctx: RuleContext,
): Generator<{ readonly name: NameId; readonly sets: NameSets } | undefined, void, undefined> {
  const sets = new NameSets(signed, ctx);
  for (const [i, record] of signed.suspects.entries()) {
    if (i % SUSPECTS_PER_SLICE === SUSPECTS_PER_SLICE - 1) yield undefined;
    const name = ctx.store.records.owner[record] as NameId;
    if (sets.read(name, record)) yield { name, sets };
  }
}

const SUSPECTS_PER_SLICE = 64;

/** All names of a zone with their sets, in the order of the text; undefined now and then, as a place to stop. */
export function* namesOf(
  signed: Columns,
  ctx: RuleContext,
): Generator<{ readonly name: NameId; readonly sets: NameSets } | undefined, void, undefined> {
  const sets = new NameSets(signed, ctx);
  const { owner } = ctx.store.records;
  const said = { name: 0, sets };
  for (const block of signed.blocks) {
    for (const record of block.records) {
      const name = owner[record] as number;
      if (!sets.read(name, record)) continue;
      said.name = name;
      yield said;
    }
    yield undefined;
  }
}
