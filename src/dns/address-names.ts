import { AppendRoom, grown } from '../text/typed-array.ts';
import { kindOfIp4 } from './address-kind.ts';
import { NameSlots } from './name-hash.ts';

const GROUP_SHIFT = 4;
const GROUP_SIZE = 1 << GROUP_SHIFT;
const GROUP_MASK = GROUP_SIZE - 1;
const NONE = -1;

/**
 * The names of IPv4 addresses by their numbers. Sixteen that follow each other lie side by side: where there is one there
 * are most often others, and the next one is most often asked for next.
 */
export class AddressNames {
  /** The groups by what their addresses begin with. */
  readonly #slots = new NameSlots(1);
  /** Sixteen numbers a group: a name and 1, 0 where there is none. */
  #names: Int32Array = new Int32Array(1024 * GROUP_SIZE);
  readonly #room = new AppendRoom<Int32Array>();
  #used = 0;
  #lastKey = NONE;
  #lastGroup = NONE;
  /** What kinds the addresses may be that were asked for since this was forgotten (see `address-kind.ts`). */
  kinds = 0;

  /** Makes room for so many names, where they lie close together. */
  reserve(count: number): void {
    if (count <= this.#names.length) return;
    this.#slots.reserve(count >> GROUP_SHIFT);
    // Where files come a few at a time room is asked for again and again.
    this.#names = grown(this.#names, Math.max(count, Math.ceil(this.#names.length * 1.5)), this.#used);
    this.#room.restart();
  }

  /** The name of an address; -1 where it has none. */
  get(address: number): number {
    const group = this.#groupOf(address >>> GROUP_SHIFT);
    return group < 0 ? NONE : (this.#names[group + (address & GROUP_MASK)] as number) - 1;
  }

  /** The next address counts for the kinds, though its group was asked for last. */
  forgetKinds(): void {
    this.kinds = 0;
    this.#lastKey = NONE;
  }

  /** Gives an address its name. */
  put(address: number, name: number): void {
    const key = address >>> GROUP_SHIFT;
    let group = this.#groupOf(key);
    if (group < 0) group = this.#add(key);
    this.#room.change(this.#names, group + (address & GROUP_MASK), name + 1);
  }

  #groupOf(key: number): number {
    if (key === this.#lastKey) return this.#lastGroup;
    this.kinds |= kindOfIp4(key << GROUP_SHIFT);
    const hash = hashOf(key);
    const slots = this.#slots.partOf(hash);
    const group = slots[slotOf(slots, hash) + 1] as number;
    if (group < 0) return NONE;
    this.#lastKey = key;
    this.#lastGroup = group;
    return group;
  }

  #add(key: number): number {
    this.#names = this.#room.behind(this.#names, this.#used, GROUP_SIZE);
    const group = this.#used;
    this.#used += GROUP_SIZE;
    const hash = hashOf(key);
    this.#slots.put(hash, slotOf(this.#slots.partOf(hash), hash), group);
    this.#lastKey = key;
    this.#lastGroup = group;
    return group;
  }
}

/** No two keys have the same; those of 16 groups that follow each other lie side by side. */
function hashOf(key: number): number {
  return (Math.imul(key >>> 4, 0x9e3779b1) << 4) | (key & 15);
}

/** Where a group stands in its part, or where it is to be put. */
function slotOf(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while ((slots[slot + 1] as number) >= 0 && slots[slot] !== hash) slot = (slot + 2) & mask;
  return slot;
}
