import type { Draft } from '../zone/draft.ts';
import type { RecordId, RecordTable } from './record-table.ts';

/**
 * The records that stood where rows are read again, so that a record that did not change keeps its id, and all that is
 * known of it stays. Records are asked for in the order of the rows.
 */
export class ReusePool {
  readonly #table: RecordTable;
  readonly #records: Int32Array;
  readonly #rows: Int32Array;
  #next = 0;
  readonly #left: RecordId[] = [];

  /** `rows` are the row numbers of `records` as they will be asked for, ascending. */
  constructor(table: RecordTable, records: Int32Array, rows: Int32Array) {
    this.#table = table;
    this.#records = records;
    this.#rows = rows;
  }

  /** The next record of the row of a draft's record that is equal in all columns; -1 where there is none. */
  take(draft: Draft, index: number): RecordId {
    const table = this.#table;
    const row = draft.row[index] as number;
    while (this.#next < this.#records.length && (this.#rows[this.#next] as number) <= row) {
      const record = this.#records[this.#next] as number;
      const sameRow = this.#rows[this.#next] === row;
      this.#next++;
      if (
        sameRow &&
        table.owner[record] === draft.owner[index] &&
        table.type[record] === draft.type[index] &&
        table.ttl[record] === draft.ttl[index] &&
        table.data[record] === draft.data[index] &&
        table.flags[record] === draft.flags[index] &&
        table.mark[record] === draft.mark[index] &&
        table.following[record] === draft.following[index]
      ) {
        return record;
      }
      this.#left.push(record);
      if (sameRow) return -1;
    }
    return -1;
  }

  /** What was not taken: these records are gone. */
  rest(): RecordId[] {
    while (this.#next < this.#records.length) this.#left.push(this.#records[this.#next++] as number);
    return this.#left;
  }
}
