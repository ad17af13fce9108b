import { sha1 } from '@noble/hashes/legacy.js';
import { LENGTH } from './name-meta.ts';
import { META, type NameId, type NameTable, NODE_SIZE, PARENT, ROOT, START } from './name-table.ts';

/** How a zone hashes its names for NSEC3 (RFC 5155 section 5). */
export interface NameHashing {
  readonly iterations: number;
  readonly salt: Uint8Array;
}

const HASH_SIZE = 20;
/** The characters of a hash as the label of its NSEC3 record (RFC 5155 section 3.3). */
export const HASH_DIGITS = 32;
const DIGITS = Uint8Array.from('0123456789abcdefghijklmnopqrstuv', (digit) => digit.charCodeAt(0));

/** Hashes names one after the other, in the same room: a hash of its own for each would take twice as long. */
export class NameHasher {
  readonly #names: NameTable;
  readonly #hashing: NameHashing;
  readonly #bytes: Uint8Array;
  readonly #hash = new Uint8Array(HASH_SIZE);
  readonly #label = new Uint8Array(HASH_DIGITS);
  readonly #begun = sha1.create();
  readonly #sha1 = this.#begun.clone();

  constructor(names: NameTable, hashing: NameHashing) {
    this.#names = names;
    this.#hashing = hashing;
    this.#bytes = new Uint8Array(256 + 255);
  }

  /** The name that the hash of a name has below the apex; -1 where the table has none such. */
  hashedOwner(name: NameId, apex: NameId): NameId {
    return this.#names.find(apex, this.label(name), 0, HASH_DIGITS);
  }

  /** The hash of a name as the label of its NSEC3 record, in lower case: valid until the next one. */
  label(name: NameId): Uint8Array {
    const bytes = this.#bytes;
    const { salt, iterations } = this.#hashing;
    let length = writeWire(this.#names, name, bytes);
    for (let round = 0; round <= iterations; round++) {
      bytes.set(salt, length);
      this.#begun
        ._cloneInto(this.#sha1)
        .update(bytes.subarray(0, length + salt.length))
        .digestInto(this.#hash);
      bytes.set(this.#hash);
      length = HASH_SIZE;
    }
    return this.#base32(this.#hash);
  }

  /** The hash in the digits of base32hex (RFC 4648 section 7): 20 octets are 32 of them. */
  #base32(hash: Uint8Array): Uint8Array {
    let bits = 0;
    let value = 0;
    let at = 0;
    for (let i = 0; i < HASH_SIZE; i++) {
      value = ((value << 8) | (hash[i] as number)) & 0xfff;
      for (bits += 8; bits >= 5; bits -= 5) this.#label[at++] = DIGITS[(value >> (bits - 5)) & 31] as number;
    }
    return this.#label;
  }
}

/** Writes a name as it is on the wire (RFC 1035 section 3.1) in canonical lower case, and returns its length. */
function writeWire({ columns: { nodes, bytes } }: NameTable, name: NameId, into: Uint8Array): number {
  let length = 0;
  for (let node: number = name; node > ROOT; node = nodes[node * NODE_SIZE + PARENT] as number) {
    const start = nodes[node * NODE_SIZE + START] as number;
    const size = (nodes[node * NODE_SIZE + META] as number) & LENGTH;
    into[length++] = size;
    for (let i = 0; i < size; i++) into[length++] = bytes[start + i] as number;
  }
  into[length++] = 0;
  return length;
}
