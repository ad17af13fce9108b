import { sha1 } from '@noble/hashes/legacy.js';
import type { NameId, NameTable } from './name-table.ts';

/** How a zone hashes its names for NSEC3 (RFC 5155 section 5). */
export interface NameHashing {
  readonly iterations: number;
  readonly salt: Uint8Array;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuv';

/** Hashes names one after the other, in the same room. */
export class NameHasher {
  readonly #names: NameTable;
  readonly #hashing: NameHashing;
  readonly #bytes: Uint8Array;
  readonly #label = new Uint8Array(32);

  constructor(names: NameTable, hashing: NameHashing) {
    this.#names = names;
    this.#hashing = hashing;
    this.#bytes = new Uint8Array(256 + 255);
  }

  /** The name that the hash of a name has below the apex; -1 where the table has none such. */
  hashedOwner(name: NameId, apex: NameId): NameId {
    const bytes = this.#bytes;
    const { salt, iterations } = this.#hashing;
    let length = 0;
    for (let node = name; node > 0; node = this.#names.parent(node)) {
      const label = this.#names.label(node);
      bytes[length++] = label.length;
      bytes.set(label, length);
      length += label.length;
    }
    bytes[length++] = 0;
    let hash: Uint8Array = bytes;
    for (let round = 0; round <= iterations; round++) {
      bytes.set(salt, length);
      hash = sha1(bytes.subarray(0, length + salt.length));
      bytes.set(hash);
      length = 20;
    }
    return this.#names.find(apex, this.#base32(hash), 0, 32);
  }

  /** The hash in the digits of base32hex (RFC 4648 section 7): 20 octets are 32 of them. */
  #base32(hash: Uint8Array): Uint8Array {
    let bits = 0;
    let value = 0;
    let at = 0;
    for (const octet of hash) {
      value = ((value << 8) | octet) & 0xfff;
      for (bits += 8; bits >= 5; bits -= 5) this.#label[at++] = DIGITS.charCodeAt((value >> (bits - 5)) & 31);
    }
    return this.#label;
  }
}
