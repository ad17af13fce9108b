import type { PlainWords } from './plain-words.ts';

/** So many stretches are known at a time. A power of two. */
const KEPT = 16;
/** Octets by which one is looked for: of an RRSIG record the type covered, the algorithm, the labels and most of the TTL. */
const LEAST = 12;

/**
 * Words of a text that were read without a doubt: where the same octets stand again, with as many parentheses open, they
 * say the same, and nothing is made of them. Stretches with comments are not kept.
 */
export class KnownWords {
  #codes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the stretches stand, and their lengths with the octet behind them; 0 where none is kept. */
  readonly #starts = new Int32Array(KEPT);
  readonly #lengths = new Int32Array(KEPT);
  /** How far behind their starts the last words end. */
  readonly #behind = new Int32Array(KEPT);
  /** Parentheses that are open before them and behind them, and the lines that they go over. */
  readonly #depthsBefore = new Int32Array(KEPT);
  readonly #depths = new Int32Array(KEPT);
  readonly #lineCounts = new Int32Array(KEPT);
  /** A number for each. */
  readonly values = new Int32Array(KEPT);

  /** Begins with a text. */
  open(codes: Uint8Array): void {
    if (codes === this.#codes) return;
    this.#codes = codes;
    this.#view = new DataView(codes.buffer, codes.byteOffset, codes.length);
    this.#lengths.fill(0);
  }

  /** Where the stretch that begins where the words are is kept, or is to be kept. */
  placeAt({ at }: PlainWords): number {
    const view = this.#view;
    if (at + LEAST > view.byteLength) return 0;
    const sum =
      view.getInt32(at, true) ^ Math.imul(view.getInt32(at + 4, true) ^ view.getInt32(at + 8, true), 0x9e3779b1);
    return (Math.imul(sum, 0x2c1b3c6d) >>> 28) & (KEPT - 1);
  }

  /** Passes the words if they are those of a place; false, with nothing done, where they are others. */
  pass(place: number, words: PlainWords): boolean {
    const view = this.#view;
    const start = words.at;
    const length = this.#lengths[place] as number;
    if (length === 0 || start + length > view.byteLength || words.depth !== this.#depthsBefore[place]) return false;
    const known = this.#starts[place] as number;
    let at = 0;
    for (; at + 4 <= length; at += 4)
      if (view.getInt32(start + at, true) !== view.getInt32(known + at, true)) return false;
    for (; at < length; at++) if (view.getInt8(start + at) !== view.getInt8(known + at)) return false;
    words.pass(start + (this.#behind[place] as number), start + length - 1);
    words.depth = this.#depths[place] as number;
    words.lineCount += this.#lineCounts[place] as number;
    return true;
  }

  /** Keeps at a place what was read of the words from an offset on, where so much was open and passed. */
  keep(
    place: number,
    words: PlainWords,
    before: { readonly at: number; readonly depth: number; readonly lineCount: number },
  ): void {
    const isKept = !words.hasComments && words.at < words.codes.length;
    this.#starts[place] = before.at;
    this.#lengths[place] = isKept ? words.at + 1 - before.at : 0;
    this.#behind[place] = words.behind - before.at;
    this.#depthsBefore[place] = before.depth;
    this.#depths[place] = words.depth;
    this.#lineCounts[place] = words.lineCount - before.lineCount;
  }
}
