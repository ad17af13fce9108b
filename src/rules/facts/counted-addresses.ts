import type { RecordId } from '../../workspace/record-table.ts';

/** The address records of a stretch of a zone: how many, and the first of those whose addresses not everybody reaches. */
export interface AddressKinds {
  readonly count: number;
  readonly private: SomeRecords;
  readonly special: SomeRecords;
}

/** How many records, and the first ones. */
export interface SomeRecords {
  count: number;
  readonly first: RecordId[];
}
