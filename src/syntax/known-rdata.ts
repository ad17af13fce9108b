import { KnownWords } from './known-words.ts';
import { readPlainFields } from './plain-types.ts';
import type { PlainWords } from './plain-words.ts';

/** Reads rdata of a type of which most of a zone says one of few things, as `readPlainFields` does: these are known by their octets. */
export class KnownRdata {
  readonly #type: number;
  readonly #known = new KnownWords();
  readonly #areSound = new Uint8Array(this.#known.values.length);

  constructor(type: number) {
    this.#type = type;
  }

  /** Reads the rdata up to the end of its row; false where it may be wrong, or is written in another way. */
  read(words: PlainWords): boolean {
    const known = this.#known;
    known.open(words.codes);
    const place = known.placeAt(words);
    if (known.pass(place, words)) {
      words.isEnded = true;
      words.mark = known.values[place] as number;
      words.isSound = this.#areSound[place] === 1;
      return true;
    }
    const before = { at: words.at, depth: words.depth, lineCount: words.lineCount };
    if (!readPlainFields(this.#type, words)) return false;
    known.keep(place, words, before);
    known.values[place] = words.mark;
    this.#areSound[place] = words.isSound ? 1 : 0;
    return true;
  }
}
