import type { NameId } from '../dns/name-table.ts';
import { readSerial } from '../dns/serial.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import type { InstanceBlock } from '../workspace/instance.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { Store } from '../workspace/store.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { typeBit } from '../zone/draft.ts';

/** The blocks of an instance, or some of them. */
export type Blocks = readonly (InstanceBlock | undefined)[];

/** What the first SOA record of a zone says: no serial where that can't be read. */
export interface PastSerial {
  readonly serial: number | undefined;
}

/** The serial of a zone by the first of its SOA records in blocks and the files they include. */
export function firstSerial(store: Store, blocks: Blocks, apex: NameId): PastSerial | undefined {
  for (const soa of soasOf(store, blocks))
    if (store.records.owner[soa] === apex)
      return { serial: readSerial(new ZoneRecord(store, soa).rdata()[2]?.text ?? '') };
  return undefined;
}

/** The SOA records of blocks and of the files they include, in the order of the texts. */
export function* soasOf(store: Store, blocks: Blocks): Generator<RecordId> {
  for (const block of blocks) {
    if (!block) continue;
    for (const id of mayHaveSoa(block) ? block.records : []) if (store.records.type[id] === TYPE_SOA) yield id;
    for (const child of block.children) if (child.instance) yield* soasOf(store, child.instance.blocks);
  }
}

/** Whether a block may have an SOA record. */
export function mayHaveSoa(block: InstanceBlock): boolean {
  return (block.types & typeBit(TYPE_SOA)) !== 0;
}
