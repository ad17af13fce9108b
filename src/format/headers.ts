import { grown } from '../text/typed-array.ts';
import type { FormatRow, Scanned } from './row.ts';

/** What stands before the data of a record. */
export type HeaderShape = Pick<FormatRow, 'hasOwner' | 'headerCount' | 'ttl' | 'class'>;

/**
 * The headers of all records that are laid out, as numbers: texts of millions of lines would make too many objects.
 * One is selected at a time, and read from the fields.
 */
export class Headers implements HeaderShape {
  count = 0;
  /** The row of the selected record. */
  row = -1;
  hasOwner = false;
  headerCount = 0;
  ttl = -1;
  class = -1;
  readonly #scanned: Scanned;
  #selected = 0;
  #first = 0;
  #rows = new Int32Array(1024);
  #dataStart = new Int32Array(1024);
  /** From the lowest bits on: the owner, the number of words, the places of TTL and class from 1 on. */
  #shapes = new Int32Array(1024);

  constructor(scanned: Scanned) {
    this.#scanned = scanned;
  }

  add({ row, lines, hasOwner, headerCount, ttl, class: classAt }: FormatRow): void {
    const i = this.count++;
    if (i === this.#rows.length) {
      this.#rows = grown(this.#rows, i * 2);
      this.#dataStart = grown(this.#dataStart, i * 2);
      this.#shapes = grown(this.#shapes, i * 2);
    }
    this.#rows[i] = row;
    this.#dataStart[i] = lines[0]?.pieces[headerCount]?.start ?? 0;
    this.#shapes[i] = (hasOwner ? 1 : 0) | (headerCount << 1) | ((ttl + 1) << 4) | ((classAt + 1) << 7);
  }

  select(i: number): void {
    const shape = this.#shapes[i] as number;
    this.#selected = i;
    this.row = this.#rows[i] as number;
    this.#first = this.#scanned.tape.rowToken[this.row] as number;
    this.hasOwner = (shape & 1) === 1;
    this.headerCount = (shape >> 1) & 7;
    this.ttl = ((shape >> 4) & 7) - 1;
    this.class = ((shape >> 7) & 7) - 1;
  }

  /** The row of a record, whichever is selected. */
  rowOf(i: number): number {
    return this.#rows[i] as number;
  }

  /** Where a word of the selected record begins, or its data. */
  start(index: number): number {
    if (index === this.headerCount) return this.#dataStart[this.#selected] as number;
    return this.#scanned.tape.tokenStart[this.#first + index] as number;
  }

  /** Where the blanks before a word begin. */
  gapStart(index: number): number {
    const { tape } = this.#scanned;
    return (index === 0 ? tape.rowStart[this.row] : tape.tokenEnd[this.#first + index - 1]) as number;
  }

  /** How wide a word before the data is. */
  width(index: number): number {
    const { tape } = this.#scanned;
    return (tape.tokenEnd[this.#first + index] as number) - (tape.tokenStart[this.#first + index] as number);
  }
}
