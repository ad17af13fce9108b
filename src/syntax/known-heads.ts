import { base64, signatureHead } from './plain-fields.ts';
import { MOST_CHARACTERS } from './plain-types.ts';
import type { PlainWords } from './plain-words.ts';

/** No row. */
export const NO_ROW = -1;

/** So many heads are known at a time. A power of two. */
const KEPT = 16;
/** Octets by which a head is looked for: the type covered, the algorithm, the labels, and most of the TTL. */
const LEAST = 12;

/**
 * Reads the rdata of RRSIG records: what stands before the signatures is the same in most of a zone, by the types they
 * cover. Where its octets are those of one that was read before, they are right as that was, and nothing is made of them.
 */
export class KnownHeads {
  #codes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the heads stand in the text, their lengths with the octet behind them, and what is open and passed there. */
  readonly #starts = new Int32Array(KEPT);
  readonly #lengths = new Int32Array(KEPT);
  readonly #depths = new Int32Array(KEPT);
  readonly #lineCounts = new Int32Array(KEPT);
  /** The rows that had them last, and the blocks of those. */
  readonly #rows = new Int32Array(KEPT);
  readonly #blocks = new Int32Array(KEPT);
  #block = 0;
  /** The row of this block before the one read last that had the same head; `NO_ROW` where none is known. */
  rowAlike = NO_ROW;

  /** Begins with the rows of a block. */
  begin(codes: Uint8Array): void {
    this.#block++;
    if (codes === this.#codes) return;
    this.#codes = codes;
    this.#view = new DataView(codes.buffer, codes.byteOffset, codes.length);
    this.#lengths.fill(0);
  }

  /** Reads the rdata of a row up to its end; false where it may be wrong, or is written in another way. */
  read(words: PlainWords, row: number): boolean {
    const start = words.at;
    const place = this.#placeOf(start);
    this.rowAlike = NO_ROW;
    if (this.#isKnown(place, start)) {
      words.pass(
        start + (this.#lengths[place] as number) - 1,
        this.#depths[place] as number,
        this.#lineCounts[place] as number,
      );
      if (this.#blocks[place] === this.#block) this.rowAlike = this.#rows[place] as number;
    } else {
      if (!signatureHead(words)) return false;
      this.#keep(place, start, words);
    }
    if (!base64(words) || words.behind - start > MOST_CHARACTERS) return false;
    this.#rows[place] = row;
    this.#blocks[place] = this.#block;
    return true;
  }

  #placeOf(start: number): number {
    const view = this.#view;
    if (start + LEAST > view.byteLength) return 0;
    const sum =
      view.getInt32(start, true) ^
      Math.imul(view.getInt32(start + 4, true) ^ view.getInt32(start + 8, true), 0x9e3779b1);
    return (Math.imul(sum, 0x2c1b3c6d) >>> 28) & (KEPT - 1);
  }

  /** Whether the octets at `start` are those of the head at a place. */
  #isKnown(place: number, start: number): boolean {
    const view = this.#view;
    const length = this.#lengths[place] as number;
    if (length === 0 || start + length > view.byteLength) return false;
    const known = this.#starts[place] as number;
    const last = length - 4;
    for (let at = 0; at < last; at += 4)
      if (view.getInt32(start + at, true) !== view.getInt32(known + at, true)) return false;
    return view.getInt32(start + last, true) === view.getInt32(known + last, true);
  }

  /** Keeps the head that ends where the words are, unless a comment is in it, or nothing is behind it. */
  #keep(place: number, start: number, words: PlainWords): void {
    this.#starts[place] = start;
    this.#lengths[place] = words.hasComments || words.at >= words.codes.length ? 0 : words.at + 1 - start;
    this.#depths[place] = words.depth;
    this.#lineCounts[place] = words.lineCount;
  }
}
