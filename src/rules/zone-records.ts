import type { Zone } from '../workspace/instance.ts';
import type { RecordId } from '../workspace/record-table.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import type { RuleContext } from './rule.ts';

const BLOCKS_PER_LOOK = 64;

/** The blocks in which a sweep found nothing to look at: they are passed over until they change. */
export type PlainBlocks = WeakSet<Int32Array>;

/**
 * The records of a zone, its $INCLUDEs' too, that `wants` asks for, in the order of the text; undefined now and then, as
 * a place to stop. What `wants` says may depend on the record alone.
 */
export function* recordsOfZone(
  ctx: RuleContext,
  zone: Zone,
  wants: (record: RecordId) => boolean,
  plain: PlainBlocks,
): Generator<ZoneRecord | undefined, void, undefined> {
  for (const records of blocksOfZone(zone)) {
    if (records === undefined) yield undefined;
    else if (!plain.has(records)) {
      let isPlain = true;
      for (let i = 0; i < records.length; i++) {
        const id = records[i] as RecordId;
        if (!wants(id)) continue;
        isPlain = false;
        yield new ZoneRecord(ctx.store, id);
      }
      if (isPlain) plain.add(records);
    }
  }
}

/** The records of a zone by the blocks of its text; undefined now and then, as a place to stop. */
export function* blocksOfZone(zone: Zone): Generator<Int32Array | undefined, void, undefined> {
  yield* blocksOfInstance(zone.root);
}

function* blocksOfInstance(instance: Zone['root']): Generator<Int32Array | undefined, void, undefined> {
  let count = 0;
  for (const block of instance.blocks) {
    if (!block) continue;
    if (++count % BLOCKS_PER_LOOK === 0) yield undefined;
    yield block.records;
    for (const child of block.children) if (child.instance) yield* blocksOfInstance(child.instance);
  }
}
