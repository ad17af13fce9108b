import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { typeBit } from '../../zone/draft.ts';
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
 * The records of a zone by the blocks of its text, of those blocks that may have some of the types; undefined now and
 * then, as a place to stop.
 */
export function* blocksOfZone(
  zone: Zone,
  types: readonly number[],
): Generator<Int32Array | undefined, void, undefined> {
  let bits = 0;
  for (const type of types) bits |= typeBit(type);
  for (const block of blocksOfInstance(zone.root, bits)) yield block?.records;
}

function* blocksOfInstance(
  instance: Zone['root'],
  types: number,
): Generator<InstanceBlock | undefined, void, undefined> {
  let count = 0;
  for (const block of instance.blocks) {
    if (!block) continue;
    if (++count % BLOCKS_PER_LOOK === 0) yield undefined;
    if ((block.types & types) !== 0) yield block;
    for (const child of block.children) if (child.instance) yield* blocksOfInstance(child.instance, types);
  }
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

/** All records of a zone by the blocks of its text; undefined now and then, as a place to stop. */
export function* allRecordsOf(zone: Zone): Generator<Int32Array | undefined, void, undefined> {
  for (const block of allBlocksOf(zone)) yield block?.records;
}

/** All blocks of a zone's text with records; undefined now and then, as a place to stop. */
export function allBlocksOf(zone: Zone): Generator<InstanceBlock | undefined, void, undefined> {
  return blocksOfInstance(zone.root, -1);
}
