import { keyId } from '../dns/dnssec.ts';
import type { NameId } from '../dns/name-table.ts';
import type { SignatureHead } from '../syntax/signature-head.ts';
import { grown } from '../text/typed-array.ts';

/** What an RRSIG record says before its signature, by a number from 1 on: most records of a zone say one of few. */
export type HeadId = number;

const FREE = 0;

/**
 * The heads of signatures as parallel arrays, each once.
 *
 * Invariant: `#slots` is a hash table with at most half of its places taken, in which each head is found from the place of
 * its hash on.
 */
export class SignatureHeads {
  covered = new Uint16Array(64);
  originalTtl = new Int32Array(64);
  /** The key, as `keyId` gives it. */
  key = new Int32Array(64);
  signer = new Int32Array(64);
  /** Times as the digits YYYYMMDDHHmmSS. */
  expiration = new Float64Array(64);
  inception = new Float64Array(64);
  #count = 1;
  #slots = new Int32Array(256);

  /** One above the highest number given out. */
  get limit(): number {
    return this.#count;
  }

  /** The number of a head. */
  idOf(head: Head, signer: NameId): HeadId {
    const key = keyId(head.tag, head.algorithm);
    const mask = this.#slots.length - 1;
    let slot = hashOf(head, key, signer) & mask;
    for (; this.#slots[slot] !== FREE; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as HeadId;
      if (this.#isHead(id, head, key, signer)) return id;
    }
    return this.#add(slot, head, key, signer);
  }

  #isHead(id: HeadId, head: Head, key: number, signer: NameId): boolean {
    return (
      this.covered[id] === head.covered &&
      this.originalTtl[id] === head.originalTtl &&
      this.key[id] === key &&
      this.signer[id] === signer &&
      this.expiration[id] === head.expiration &&
      this.inception[id] === head.inception
    );
  }

  #add(slot: number, head: Head, key: number, signer: NameId): HeadId {
    const id = this.#count++;
    if (id === this.covered.length) this.#grow(id * 2);
    this.covered[id] = head.covered;
    this.originalTtl[id] = head.originalTtl;
    this.key[id] = key;
    this.signer[id] = signer;
    this.expiration[id] = head.expiration;
    this.inception[id] = head.inception;
    this.#slots[slot] = id;
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return id;
  }

  #grow(capacity: number): void {
    this.covered = grown(this.covered, capacity);
    this.originalTtl = grown(this.originalTtl, capacity);
    this.key = grown(this.key, capacity);
    this.signer = grown(this.signer, capacity);
    this.expiration = grown(this.expiration, capacity);
    this.inception = grown(this.inception, capacity);
  }

  /** Puts the heads into a hash table of four times the size. */
  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let id = 1; id < this.#count; id++) {
      const head = {
        covered: this.covered[id] as number,
        originalTtl: this.originalTtl[id] as number,
        expiration: this.expiration[id] as number,
        inception: this.inception[id] as number,
      };
      let slot = hashOf(head, this.key[id] as number, this.signer[id] as number) & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

type Head = Omit<SignatureHead, 'signerStart' | 'signerEnd'>;
type Hashed = Omit<Head, 'algorithm' | 'tag'>;

function hashOf({ covered, originalTtl, expiration, inception }: Hashed, key: number, signer: NameId): number {
  let hash = Math.imul(covered ^ (originalTtl << 8), 0x9e3779b1);
  for (const part of [key, signer, expiration % 1e9, inception % 1e9]) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}
