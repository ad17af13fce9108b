import { AppendRoom } from '../text/typed-array.ts';
import { kindsOfWord } from './address-kind.ts';
import { freeSlot, NameSlots } from './name-hash.ts';

/** Numbers of an address: its four words, the highest first, and its name. */
const SIZE = 5;
const NAME = 4;
const NONE = -1;
/** The bits that tell an address in its network of 256. */
const IN_NETWORK = 255;
/** Bits of a hash that choose neither a part of the table nor, in one of some million places, a place in it. */
const TURN_SHIFT = 18;

/**
 * The names of IPv6 addresses by their numbers. Those of a network of 256 lie side by side in the table, from a place on
 * that its hash tells: most begin to count at 1, and would lie upon those of other networks.
 */
export class Ip6Names {
  /** The places of addresses among `#addresses`, by hash. */
  readonly #slots = new NameSlots(1);
  #addresses: Int32Array = new Int32Array(64 * SIZE);
  readonly #room = new AppendRoom<Int32Array>();
  #used = 0;
  /** What kinds the addresses may be that were asked for since this was forgotten (see `address-kind.ts`). */
  kinds = 0;

  /** The name of an address, given as its four words; -1 where it has none. */
  get(words: Uint32Array): number {
    this.kinds |= kindsOfWord(words[0] as number);
    const hash = hashOf(words);
    const slots = this.#slots.partOf(hash);
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const place = slots[slot + 1] as number;
      if (place < 0) return NONE;
      if (slots[slot] === hash && this.#isAt(place, words)) return this.#addresses[place + NAME] as number;
    }
  }

  /** The place that the words of the next address will stand at. */
  get nextPlace(): number {
    return this.#used;
  }

  /** Gives an address without a name one. */
  put(words: Uint32Array, name: number): void {
    this.#addresses = this.#room.behind(this.#addresses, this.#used, SIZE);
    const place = this.#used;
    this.#used += SIZE;
    for (let i = 0; i < NAME; i++) this.#addresses[place + i] = words[i] as number;
    this.#addresses[place + NAME] = name;
    const hash = hashOf(words);
    this.#slots.put(hash, freeSlot(this.#slots.partOf(hash), hash), place);
  }

  /** One of the words of the address at a place. */
  word(place: number, index: number): number {
    return (this.#addresses[place + index] as number) >>> 0;
  }

  /** Puts the names of the 256 addresses that share all but their last eight bits, -1 where there is none. */
  readNetwork(words: Uint32Array, into: Int32Array): void {
    into.fill(NONE);
    const hash = networkHash(words) & ~IN_NETWORK;
    const slots = this.#slots.partOf(hash);
    const mask = slots.length - 1;
    const first = (hash << 1) & mask;
    // What found no room in the places of its network stands behind them, before the next free one.
    for (let i = 0; i <= mask; i += 2) {
      const place = slots[(first + i + 1) & mask] as number;
      if (place >= 0 && ((slots[(first + i) & mask] as number) & ~IN_NETWORK) === hash) this.#putAt(place, words, into);
      else if (place < 0 && i >= 2 * IN_NETWORK) return;
    }
  }

  #putAt(place: number, words: Uint32Array, into: Int32Array): void {
    const last = this.word(place, 3);
    const isInNetwork =
      last >>> 8 === (words[3] as number) >>> 8 &&
      this.word(place, 2) === words[2] &&
      this.word(place, 1) === words[1] &&
      this.word(place, 0) === words[0];
    if (isInNetwork) into[last & IN_NETWORK] = this.#addresses[place + NAME] as number;
  }

  #isAt(place: number, words: Uint32Array): boolean {
    const addresses = this.#addresses;
    return (
      addresses[place + 3] === ((words[3] as number) | 0) &&
      addresses[place + 2] === ((words[2] as number) | 0) &&
      addresses[place + 1] === ((words[1] as number) | 0) &&
      addresses[place] === ((words[0] as number) | 0)
    );
  }
}

/** Addresses of a network have places that follow each other, in a circle. */
function hashOf(words: Uint32Array): number {
  const network = networkHash(words);
  return (network & ~IN_NETWORK) | (((words[3] as number) + (network >>> TURN_SHIFT)) & IN_NETWORK);
}

/** The hash of all but the last eight bits of an address. */
function networkHash(words: Uint32Array): number {
  let hash = Math.imul((words[0] as number) ^ 0x9e37, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (words[1] as number), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (words[2] as number), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ ((words[3] as number) >>> 8), 0x2c1b3c6d);
  return hash ^ (hash >>> 15);
}
