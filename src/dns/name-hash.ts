import { zeros } from '../text/typed-array.ts';

/** Octets in lower case (RFC 4343). */
export const LOWER = new Uint8Array(256).map((_, code) => (code >= 65 && code <= 90 ? code + 32 : code));

/** The hash of a name begins with its parent; `hashNext` takes the octets of its label in but the last one. */
export function hashStart(parent: number): number {
  return Math.imul(parent + 0x9e37, 0x9e3779b1);
}

/** Takes one more octet into a hash. */
export function hashNext(hash: number, octet: number): number {
  return Math.imul(hash ^ octet, 0x01000193);
}

/** The last octet only picks a place in a group of 16: names that count up then lie side by side in memory. */
export function hashEnd(before: number, last: number): number {
  let hash = before ^ (before >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash & ~15) | (last & 15);
}

/** The hash table's parts, chosen by the highest bits of the hash. */
const PARTS = 64;
const PART_SHIFT = 26;

/**
 * A hash table of names in 64 parts that grow one by one, so that no single name costs a copy of all. A place has the hash
 * and the name, so that only names that are most likely the right ones are looked at; -1 for a name where it is free.
 */
export class NameSlots {
  readonly #parts: Int32Array[];
  readonly #counts = new Int32Array(PARTS);

  /** `names` get room at once. */
  constructor(names: number) {
    const length = slotsFor(names / PARTS);
    this.#parts = Array.from({ length: PARTS }, () => new Int32Array(length * 2).fill(-1));
  }

  /** Makes room for so many names. */
  reserve(names: number): void {
    const slotCount = slotsFor(names / PARTS);
    for (let part = 0; part < PARTS; part++)
      if (this.partOf(part << PART_SHIFT).length < slotCount * 2) this.#grow(part, slotCount);
  }

  /** The part that a hash is in: for each place the hash and the name. */
  partOf(hash: number): Int32Array {
    return this.#parts[hash >>> PART_SHIFT] as Int32Array;
  }

  /** Puts a name at a free place of its part, or at another one where the part has grown. */
  put(hash: number, slot: number, name: number): void {
    const part = hash >>> PART_SHIFT;
    const count = (this.#counts[part] as number) + 1;
    this.#counts[part] = count;
    let slots = this.#parts[part] as Int32Array;
    let free = slot;
    if (count * 3 > slots.length) {
      slots = this.#grow(part, slots.length);
      free = freeSlot(slots, hash);
    }
    slots[free] = hash;
    slots[free + 1] = name;
  }

  #grow(part: number, slotCount: number): Int32Array {
    const old = this.#parts[part] as Int32Array;
    const slots = zeros(old, slotCount * 2).fill(-1);
    for (let slot = 0; slot < old.length; slot += 2) {
      const name = old[slot + 1] as number;
      if (name < 0) continue;
      const hash = old[slot] as number;
      const free = freeSlot(slots, hash);
      slots[free] = hash;
      slots[free + 1] = name;
    }
    this.#parts[part] = slots;
    return slots;
  }
}

/** Where a new name with a hash goes in its part. */
export function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while ((slots[slot + 1] as number) >= 0) slot = (slot + 2) & mask;
  return slot;
}

/** Slots for so many names with a third of them free, a power of two. */
function slotsFor(names: number): number {
  return 2 ** Math.max(6, Math.ceil(Math.log2(names * 1.6)));
}
