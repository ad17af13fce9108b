import type { NameId, NameTable } from '../dns/name-table.ts';
import { NameTrail } from '../dns/name-trail.ts';
import { KnownWords } from '../syntax/known-words.ts';
import { signatureHead } from '../syntax/plain-fields.ts';
import { PlainWords } from '../syntax/plain-words.ts';
import { NameReader } from './name-reader.ts';
import type { HeadId, SignatureHeads } from './signature-heads.ts';

/** Makes numbers of what RRSIG, NSEC and NSEC3 records say, of those that were read without a doubt. */
export class SignedData {
  /** Reads the names that NSEC records lead to. */
  readonly following: NameReader;
  readonly #names: NameTable;
  readonly #heads: SignatureHeads;
  readonly #words = new PlainWords();
  readonly #known = new KnownWords();
  readonly #hashes = new NameTrail();

  constructor(names: NameTable, heads: SignatureHeads) {
    this.#names = names;
    this.#heads = heads;
    this.following = new NameReader(names);
  }

  /** The head of the signature whose rdata begins at `start`, where it is known to be right. */
  headAt(codes: Uint8Array, start: number): HeadId {
    const words = this.#words;
    const known = this.#known;
    words.begin(codes, start);
    known.open(codes);
    const place = known.placeAt(words);
    if (known.pass(place, words)) return known.values[place] as HeadId;
    signatureHead(words);
    known.keep(place, words, { at: start, depth: 0, lineCount: 0 });
    known.values[place] = this.head(words);
    return known.values[place] as HeadId;
  }

  /** The head that words have read. */
  head({ codes, head }: PlainWords): HeadId {
    return this.#heads.idOf(head, this.following.read(codes, head.signerStart, head.signerEnd, 0));
  }

  /** The name of a hash below the apex. */
  hash(apex: NameId, codes: Uint8Array, start: number, end: number): NameId {
    return this.#names.childAlong(this.#hashes, apex, codes, start, end);
  }
}
