import type { NameId, NameTable } from '../dns/name-table.ts';
import type { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';
import type { InstanceBlock } from './instance.ts';
import type { RecordId, RecordTable } from './record-table.ts';
import type { ScannedBlock } from './scanned-block.ts';
import type { View } from './view.ts';

/** Marks what is to be checked again because of a change elsewhere (see `Spread`). */
export interface AddressSpread {
  touchAddress(view: View, name: NameId): void;
  touchNetworks(view: View, address: NameId): void;
}

/** What look-ups and dirtiness take from the store: names, records and views, and the way back from a record to its text. */
export interface Tables {
  readonly names: NameTable;
  readonly records: RecordTable;
  readonly views: ReadonlyMap<string, View>;
  readonly spread: AddressSpread;
  /** The block that has a record; undefined where the record is gone. */
  blockOf(record: RecordId): InstanceBlock | undefined;
  /** The rows of a block, read again where they are not kept; they are valid until the next call, on a tape of one's own. */
  scanBlock(block: Block, tape?: Tape): ScannedBlock;
  /** The same where one row is asked for: those behind it may be left out. Valid until the next call. */
  scanRow(block: Block, row: number): ScannedBlock;
}
