import { TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../dns/type-codes.ts';
import { NO_TYPES } from '../dns/type-sums.ts';
import { KnownWords } from './known-words.ts';
import { base64, following, hashedFollowing, signatureHead, types } from './plain-fields.ts';
import { MOST_CHARACTERS } from './plain-types.ts';
import { MOST_LINES, type PlainWords } from './plain-words.ts';

/** No row. */
export const NO_ROW = -1;

/** Whether rows of a type are read by `SignedRows`. */
export function isOfSigner(type: number): boolean {
  return type === TYPE_RRSIG || type === TYPE_NSEC || type === TYPE_NSEC3;
}

/**
 * Reads the rdata of what signers add to a zone, as `readPlainFields` does. What stands before the signatures is the same in
 * most of a zone, by the types they cover, and so are the types that proofs list: both are known again by their octets.
 */
export class SignedRows {
  readonly #heads = new KnownWords();
  readonly #types = new KnownWords();
  /** By the places of heads: the last row that had it, and its block. */
  readonly #blocks = new Int32Array(this.#heads.values.length);
  #block = 0;
  /** The row of this block before the one read last that had the same words before its signature; `NO_ROW` where none is known. */
  rowAlike = NO_ROW;

  /** Begins with the rows of a block. */
  begin(codes: Uint8Array): void {
    this.#block++;
    this.#heads.open(codes);
    this.#types.open(codes);
  }

  /** Reads the rdata of a row up to its end; false where it may be wrong, or is written in another way. */
  read(type: number, words: PlainWords, row: number): boolean {
    const start = words.at;
    const isRead =
      type === TYPE_RRSIG
        ? this.#readSignature(words, row)
        : type === TYPE_NSEC
          ? following(words) && this.#readTypes(words) && words.mark !== NO_TYPES
          : hashedFollowing(words) && this.#readTypes(words);
    return isRead && words.behind - start <= MOST_CHARACTERS && words.lineCount <= MOST_LINES;
  }

  #readSignature(words: PlainWords, row: number): boolean {
    const heads = this.#heads;
    const place = heads.placeAt(words);
    this.rowAlike = NO_ROW;
    if (heads.pass(place, words)) {
      if (this.#blocks[place] === this.#block) this.rowAlike = heads.values[place] as number;
    } else {
      const before = { at: words.at, depth: words.depth, lineCount: words.lineCount };
      if (!signatureHead(words)) return false;
      heads.keep(place, words, before);
    }
    if (!base64(words)) return false;
    heads.values[place] = row;
    this.#blocks[place] = this.#block;
    return true;
  }

  #readTypes(words: PlainWords): boolean {
    const known = this.#types;
    const place = known.placeAt(words);
    if (known.pass(place, words)) {
      words.isEnded = true;
      words.mark = known.values[place] as number;
      return true;
    }
    const before = { at: words.at, depth: words.depth, lineCount: words.lineCount };
    if (!types(words)) return false;
    known.keep(place, words, before);
    known.values[place] = words.mark;
    return true;
  }
}
