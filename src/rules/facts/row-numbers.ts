import { Header, plainNumber } from '../../syntax/header.ts';
import { Tape } from '../../syntax/tape.ts';
import type { InstanceBlock } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Tables } from '../../workspace/tables.ts';

/**
 * The words of records of one block as codes: for rules that look at each record of a large zone, and would make millions
 * of texts otherwise. One object is used for all blocks and records: `open` leads to the next block, `to` to a record there.
 */
export class RowNumbers {
  readonly #store: Tables;
  readonly #tape = new Tape();
  readonly #header = new Header();
  codes: Uint8Array = new Uint8Array(0);
  /** The token of the first word of the rdata, and the one behind the last. */
  first = 0;
  end = 0;

  constructor(store: Tables) {
    this.#store = store;
  }

  open(block: InstanceBlock): void {
    const text = block.instance.file.document.blocks[block.index];
    if (!text) throw new Error('records without text');
    this.codes = this.#store.scanBlock(text, this.#tape).codes;
  }

  /** Goes to a record that stands in a row of its own. */
  to(record: RecordId): void {
    const row = this.#store.records.row[record] as number;
    this.#header.read(this.#tape, row, this.codes);
    this.first = this.#header.rdata;
    this.end = this.#tape.rowToken[row + 1] as number;
  }

  /** How many words the rdata has. */
  get count(): number {
    return this.end - this.first;
  }

  /** Where a word of the rdata begins, and where it ends. */
  startOf(place: number): number {
    return this.#tape.tokenStart[this.first + place] as number;
  }
  endOf(place: number): number {
    return this.#tape.tokenEnd[this.first + place] as number;
  }

  /** Whether a word is quoted, has an escape or is not of ASCII, so that its codes are not all of it. */
  isOdd(place: number): boolean {
    return this.#tape.tokenFlags[this.first + place] !== 0;
  }

  /** A word that is a number of nine digits at most; -1 for others, and where there is none. */
  number(place: number): number {
    if (place >= this.count) return -1;
    return plainNumber(this.codes, this.startOf(place), this.endOf(place));
  }
}
