import type { Zone } from '../workspace/instance.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import type { RuleContext } from './rule.ts';

/**
 * The records of one type in a zone, its $INCLUDEs' too, in the order of the text; undefined once a block, as a place to
 * stop.
 */
export function* recordsOfZone(
  ctx: RuleContext,
  zone: Zone,
  type: number,
): Generator<ZoneRecord | undefined, void, undefined> {
  yield* recordsOfInstance(ctx, zone.root, type);
}

function* recordsOfInstance(
  ctx: RuleContext,
  instance: Zone['root'],
  type: number,
): Generator<ZoneRecord | undefined, void, undefined> {
  const { records } = ctx.store;
  for (const block of instance.blocks) {
    if (!block) continue;
    yield undefined;
    for (const id of block.records) if (records.type[id] === type) yield new ZoneRecord(ctx.store, id);
    for (const child of block.children) if (child.instance) yield* recordsOfInstance(ctx, child.instance, type);
  }
}
