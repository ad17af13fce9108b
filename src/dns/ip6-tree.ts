import { codeOfNibble, isNibble, nibbleOf } from './arpa-label.ts';
import { Ip6Names } from './ip6-names.ts';
import { ARPA6, ARPA6_ADDRESS, type NameId, NO_NAME } from './name-id.ts';

/** What the names of IPv6 addresses ask of the table that they stand in (see `NameTable`). */
export interface Ip6Table {
  readonly ip6Arpa: NameId;
  parent(name: NameId): NameId;
  isBelowOrAt(name: NameId, ancestor: NameId): boolean;
  arpaKind(name: NameId): number;
  firstByte(name: NameId): number;
  find(parent: NameId, codes: Uint8Array, start: number, end: number): NameId;
  child(parent: NameId, codes: Uint8Array, start: number, end: number): NameId;
  /** Where the number of an address stands. */
  placeOf(address: NameId): number;
  /** A child of a name whose label is a nibble; 0 where none is known. */
  firstNibble(name: NameId): NameId;
  /** Adds the name of an address whose number is to stand at a place, without the names above it. */
  addAddress6(nibble: number, place: number): NameId;
}

/** The nibbles above the last one of an address. */
const NIBBLES_ABOVE = 31;
const NETWORK_SIZE = 256;

/**
 * The names of IPv6 addresses (RFC 3596 section 2.5), known by their numbers: four words of 32 bits, the highest first.
 * So an address needs no other name; those above it are made when somebody asks for its parent.
 */
export class Ip6Tree {
  readonly #names: Ip6Table;
  readonly #addresses = new Ip6Names();
  readonly #words = new Uint32Array(4);
  readonly #label = new Uint8Array(1);
  /** The address whose names were made last. */
  readonly #lastAddress = new Uint32Array(4);
  /** The names above it, from ip6.arpa down. */
  readonly #lastAbove = new Int32Array(NIBBLES_ABOVE + 1);

  constructor(names: Ip6Table) {
    this.#names = names;
    this.#lastAbove[0] = names.ip6Arpa;
    for (let depth = 0; depth < NIBBLES_ABOVE; depth++)
      this.#lastAbove[depth + 1] = this.#childAt(this.#lastAbove[depth] as number, 0);
  }

  /** The name of an address, made if need be. */
  key(words: Uint32Array): NameId {
    const known = this.#addresses.get(words);
    if (known >= 0) return known;
    const name = this.#names.addAddress6((words[3] as number) & 15, this.#addresses.nextPlace);
    this.#addresses.put(words, name);
    return name;
  }

  /** What kinds the addresses may be that were asked for since this was forgotten (see `address-kind.ts`). */
  get kinds(): number {
    return this.#addresses.kinds;
  }

  forgetKinds(): void {
    this.#addresses.kinds = 0;
  }

  /** One of the words of an address, by its number from 0 to 3. */
  word(address: NameId, index: number): number {
    return this.#addresses.word(this.#names.placeOf(address), index);
  }

  /** The words of an address; of a name above some, those of the lowest one. */
  words(name: NameId): Uint32Array {
    const words = new Uint32Array(4);
    this.#read(name, words);
    return words;
  }

  #read(name: NameId, words: Uint32Array): void {
    const names = this.#names;
    if (names.arpaKind(name) === ARPA6_ADDRESS) {
      for (let i = 0; i < 4; i++) words[i] = this.word(name, i);
      return;
    }
    words.fill(0);
    let node: NameId = name;
    for (let depth = names.arpaKind(name) - ARPA6 - 1; depth >= 0; depth--) {
      putNibble(words, depth, nibbleOf(names.firstByte(node)));
      node = names.parent(node);
    }
  }

  /** The name above that of an address, made if need be with all those above it. */
  above(address: NameId): NameId {
    const words = this.words(address);
    const last = this.#lastAddress;
    const above = this.#lastAbove;
    let depth = 0;
    while (depth < NIBBLES_ABOVE && nibbleAt(words, depth) === nibbleAt(last, depth)) depth++;
    for (; depth < NIBBLES_ABOVE; depth++)
      above[depth + 1] = this.#childAt(above[depth] as number, nibbleAt(words, depth));
    last.set(words);
    return above[NIBBLES_ABOVE] as number;
  }

  #childAt(name: NameId, nibble: number): NameId {
    this.#label[0] = codeOfNibble(nibble);
    return this.#names.child(name, this.#label, 0, 1);
  }

  /** The lowest name above an address that is there. */
  nearest(address: NameId): NameId {
    const words = this.#words;
    this.#read(address, words);
    let node = this.#names.ip6Arpa;
    for (let depth = 0; depth < NIBBLES_ABOVE; depth++) {
      this.#label[0] = codeOfNibble(nibbleAt(words, depth));
      const below = this.#names.find(node, this.#label, 0, 1);
      if (below === NO_NAME) break;
      node = below;
    }
    return node;
  }

  /** The address that a nibble's character makes of the name above it, made if need be. */
  below(name: NameId, code: number): NameId {
    return this.key(this.#wordsBelow(name, code));
  }

  /** The same, -1 where it is not in the table. */
  findBelow(name: NameId, code: number): NameId {
    return this.#addresses.get(this.#wordsBelow(name, code));
  }

  #wordsBelow(name: NameId, code: number): Uint32Array {
    const words = this.#words;
    this.#read(this.#names.firstNibble(name) || name, words);
    words[3] = ((words[3] as number) & ~15) | nibbleOf(code);
    return words;
  }

  /** Whether an address lies below another name. No name is made for the answer. */
  isBelow(address: NameId, ancestor: NameId): boolean {
    const depth = this.#names.arpaKind(ancestor) - ARPA6;
    if (depth < 0) return this.#names.isBelowOrAt(this.#names.ip6Arpa, ancestor);
    return depth <= NIBBLES_ABOVE && shareBits(this.words(address), this.words(ancestor), 4 * depth);
  }

  /** The address that labels below a name of ip6.arpa make, from the top of the tree down; -1 where none is known. */
  findLabels(above: NameId, labels: readonly string[]): NameId {
    const depth = this.#names.arpaKind(above) - ARPA6;
    if (depth < 0 || depth + labels.length !== NIBBLES_ABOVE + 1) return NO_NAME;
    const words = this.words(above);
    for (const [i, label] of labels.entries()) {
      const code = label.toLowerCase().charCodeAt(0);
      if (label.length !== 1 || !isNibble(code)) return NO_NAME;
      putNibble(words, depth + i, nibbleOf(code));
    }
    return this.#addresses.get(words);
  }

  /** Puts the names of the 256 addresses below that of a network, -1 where there is none. */
  readNetwork(network: NameId, into: Int32Array): void {
    this.#read(network, this.#words);
    this.#addresses.readNetwork(this.#words, into);
  }

  /** The addresses that are known below the name of such a network, ascending. */
  addressesBelow(network: NameId): NameId[] {
    const all = new Int32Array(NETWORK_SIZE);
    this.readNetwork(network, all);
    const found: NameId[] = [];
    for (const address of all) if (address >= 0) found.push(address);
    return found;
  }
}

/** Whether two IPv6 addresses have the same bits at their beginning. */
export function shareBits(a: Uint32Array, b: Uint32Array, count: number): boolean {
  for (let i = 0, left = count; left > 0; i++, left -= 32) {
    const difference = (a[i] as number) ^ (b[i] as number);
    if (difference !== 0 && (left >= 32 || difference >>> (32 - left) !== 0)) return false;
  }
  return true;
}

/** A nibble of an address, the highest one first. */
function nibbleAt(words: Uint32Array, index: number): number {
  return ((words[index >> 3] as number) >>> (28 - (index & 7) * 4)) & 15;
}

function putNibble(words: Uint32Array, index: number, nibble: number): void {
  words[index >> 3] = (words[index >> 3] as number) | (nibble << (28 - (index & 7) * 4));
}
