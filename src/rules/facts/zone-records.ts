import type { Instance, InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { bitsOfTypes } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

const BLOCKS_PER_LOOK = 64;

/** The blocks in which a sweep found nothing to look at: they are passed over until they change. */
export type PlainBlocks = WeakSet<Int32Array>;

/** The records of a zone that a sweep looks at. What it says of one may depend on the record alone. */
export interface Wanted {
  readonly types: readonly number[];
  readonly wants: (record: RecordId) => boolean;
}

/**
 * The records of a zone, its $INCLUDEs' too, that are wanted, in the order of the text; undefined now and then, as a
 * place to stop.
 */
export function* recordsOfZone(
  ctx: RuleContext,
  zone: Zone,
  { types, wants }: Wanted,
  plain: PlainBlocks,
): Generator<ZoneRecord | undefined, void, undefined> {
  const { type } = ctx.store.records;
  for (const records of blocksOfZone(zone, types)) {
    if (records === undefined) yield undefined;
    else if (!plain.has(records)) {
      let isPlain = true;
      for (let i = 0; i < records.length; i++) {
        const id = records[i] as RecordId;
        if (!types.includes(type[id] as number) || !wants(id)) continue;
        isPlain = false;
        yield new ZoneRecord(ctx.store, id);
      }
      if (isPlain) plain.add(records);
    }
  }
}

/**
 * The records inside a zone by the blocks of its text, of those blocks that may have some of the types; undefined now and
 * then, as a place to stop.
 */
export function blocksOfZone({ root }: Zone, types: readonly number[]): Iterable<Int32Array | undefined> {
  const bits = bitsOfTypes(types);
  const only = onlyBlock(root);
  if (!only) return recordsOfBlocks(blocksInSlices(root, bits));
  return (only.types & bits) === 0 ? NOTHING : [only.inside];
}

/** The types of the records of a zone, by `typeBit`. */
export function typesOfZone({ root }: Zone): number {
  return bitsOf(root).types;
}

/** What kinds the addresses of a zone may be (see `dns/address-kind.ts`). */
export function addressKindsIn({ root }: Zone): number {
  return bitsOf(root).addressKinds;
}

/** The bits of all blocks of an instance, and of those that it includes. */
function bitsOf({ blocks }: Instance): Pick<InstanceBlock, 'types' | 'addressKinds'> {
  let types = 0;
  let addressKinds = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    types |= block.types;
    addressKinds |= block.addressKinds;
    for (const child of block.children) {
      if (!child.instance) continue;
      const below = bitsOf(child.instance);
      types |= below.types;
      addressKinds |= below.addressKinds;
    }
  }
  return { types, addressKinds };
}

const NOTHING: readonly undefined[] = [];

/** The block of an instance that has no others, as of most zones: no place to stop is in it. */
function onlyBlock({ blocks }: Instance): InstanceBlock | undefined {
  const [only] = blocks;
  return blocks.length === 1 && only?.children.length === 0 ? only : undefined;
}

function* recordsOfBlocks(blocks: Iterable<InstanceBlock | undefined>): Generator<Int32Array | undefined> {
  for (const block of blocks) yield block?.inside;
}

function blocksOfInstance(instance: Instance, types: number): Iterable<InstanceBlock | undefined> {
  const only = onlyBlock(instance);
  if (!only) return blocksInSlices(instance, types);
  return (only.types & types) === 0 ? NOTHING : [only];
}

function* blocksInSlices({ blocks }: Instance, types: number): Generator<InstanceBlock | undefined, void, undefined> {
  for (let i = nextToLookAt(blocks, 0, types); i < blocks.length; i = nextToLookAt(blocks, i + 1, types)) {
    if (isEndOfLook(i)) yield undefined;
    const block = blocks[i];
    if (!block) continue;
    if ((block.types & types) !== 0) yield block;
    for (const child of block.children) if (child.instance) yield* blocksInSlices(child.instance, types);
  }
}

/** The index of the next block with records of the types or an $INCLUDE, or at which a look ends: a plain loop, as most have none. */
function nextToLookAt(blocks: Instance['blocks'], from: number, types: number): number {
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (isEndOfLook(i) || (block && ((block.types & types) !== 0 || block.children.length > 0))) return i;
  }
  return blocks.length;
}

function isEndOfLook(index: number): boolean {
  return index % BLOCKS_PER_LOOK === BLOCKS_PER_LOOK - 1;
}

/** The records of some types of a zone, in the order of the text; undefined now and then, as a place to stop. */
export function* recordsOfTypes(
  zone: Zone,
  types: readonly number[],
  ctx: RuleContext,
): Generator<ZoneRecord | undefined, void, undefined> {
  const { type } = ctx.store.records;
  for (const records of blocksOfZone(zone, types)) {
    if (records === undefined) {
      yield undefined;
      continue;
    }
    for (const id of records) if (types.includes(type[id] as number)) yield new ZoneRecord(ctx.store, id);
  }
}

/** All records inside a zone by the blocks of its text; undefined now and then, as a place to stop. */
export function allRecordsOf(zone: Zone): Iterable<Int32Array | undefined> {
  return recordsOfBlocks(allBlocksOf(zone));
}

/** All blocks of a zone's text with records; undefined now and then, as a place to stop. */
export function allBlocksOf(zone: Zone): Iterable<InstanceBlock | undefined> {
  return blocksWith(zone, -1);
}

/** The blocks of a zone's text with records of these types, by `typeBit`; undefined now and then, as a place to stop. */
export function blocksWith(zone: Zone, types: number): Iterable<InstanceBlock | undefined> {
  return blocksOfInstance(zone.root, types);
}
