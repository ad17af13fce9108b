import type { NameId } from '../../dns/name-table.ts';

/** Bits of a part, and the words that they stand in. */
const PART_SHIFT = 10;
const PART_WORDS = 32;

/** A set of names of one zone, a bit each: such names lie close together in the table, and millions are asked for in turn. */
export class NameBits {
  readonly #parts = new Map<number, Int32Array>();
  /** The part asked for last. */
  #number = -1;
  #part: Int32Array | undefined;

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  add(name: NameId): void {
    let part = this.#partOf(name);
    if (!part) {
      part = new Int32Array(PART_WORDS);
      this.#parts.set(this.#number, part);
      this.#part = part;
    }
    const word = (name >> 5) & (PART_WORDS - 1);
    part[word] = (part[word] as number) | (1 << (name & 31));
  }

  has(name: NameId): boolean {
    const part = this.#partOf(name);
    return part !== undefined && ((part[(name >> 5) & (PART_WORDS - 1)] as number) & (1 << (name & 31))) !== 0;
  }

  #partOf(name: NameId): Int32Array | undefined {
    const number = name >> PART_SHIFT;
    if (number !== this.#number) {
      this.#number = number;
      this.#part = this.#parts.get(number);
    }
    return this.#part;
  }
}
