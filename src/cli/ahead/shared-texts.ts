/** Texts that stand side by side in memory that two threads share. */
export interface SharedTexts {
  readonly bytes: Uint8Array;
  /** How many there are, then the offset behind each of them. */
  readonly ends: Int32Array;
}

/** A text that has its memory for itself. */
export function loneText(bytes: Uint8Array): SharedTexts {
  const ends = new Int32Array(new SharedArrayBuffer(8));
  ends.set([1, bytes.length]);
  return { bytes, ends };
}

/** A shelf is full with so many bytes or texts. */
const SHELF_SIZE = 8 * 1024 ** 2;
const MOST_TEXTS = 1024;

/** Room for texts of small files in the order in which they come, which is that in which they are read. */
export class Shelf implements SharedTexts {
  readonly bytes = new Uint8Array(new SharedArrayBuffer(SHELF_SIZE));
  readonly ends = new Int32Array(new SharedArrayBuffer((1 + MOST_TEXTS) * 4));
  #count = 0;
  #end = 0;

  /** The text as it stands on the shelf, behind those before it; undefined where there is no room for it. */
  add(text: Uint8Array): Uint8Array | undefined {
    const start = this.#end;
    if (start + text.length > SHELF_SIZE || this.#count === MOST_TEXTS) return undefined;
    const kept = this.bytes.subarray(start, start + text.length);
    kept.set(text);
    this.#end += text.length;
    this.ends[++this.#count] = this.#end;
    // The other thread may look at all that is counted.
    Atomics.store(this.ends, 0, this.#count);
    return kept;
  }
}
