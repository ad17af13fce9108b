import { writeOctet } from './arpa-label.ts';
import { parseIp4 } from './ip4.ts';
import { parseIp6 } from './ip6.ts';
import type { Ip6Tree } from './ip6-tree.ts';
import { ARPA4_ADDRESS, type NameId, NO_NAME } from './name-id.ts';

/** What reverse names ask of the table that they stand in (see `NameTable`). */
interface ReverseTree {
  readonly inAddrArpa: NameId;
  readonly ip6: Ip6Tree;
  arpaKind(name: NameId): number;
  ip4Of(name: NameId): number;
  address4(address: number): NameId;
  addressBelow(network: NameId, address: number): NameId;
  find(parent: NameId, codes: Uint8Array, start: number, end: number): NameId;
  child(parent: NameId, codes: Uint8Array, start: number, end: number): NameId;
}

/** The reverse names of addresses: an address's key is the id of the name that its PTR record stands at. */
export class ReverseNames {
  readonly #names: ReverseTree;
  readonly #scratch = new Uint8Array(3);
  /** The /24 networks that were met last, by their third octets, and their names: zones go back and forth between some. */
  readonly #networks = new Int32Array(256).fill(-1);
  readonly #networkNames = new Int32Array(256);

  constructor(names: ReverseTree) {
    this.#names = names;
  }

  /** The key of an IPv4 address (RFC 1035 section 3.5). */
  ip4Key(address: number): NameId {
    const names = this.#names;
    const network = address >>> 8;
    const place = network & 255;
    if (network !== this.#networks[place]) {
      const known = names.address4(address);
      if (known >= 0) return known;
      let node = names.inAddrArpa;
      for (let shift = 24; shift > 0; shift -= 8)
        node = names.child(node, this.#scratch, 0, writeOctet((address >>> shift) & 255, this.#scratch, 0));
      this.#networks[place] = network;
      this.#networkNames[place] = node;
    }
    return names.addressBelow(this.#networkNames[place] as NameId, address);
  }

  /** The key of an IPv6 address, given as four 32-bit words, highest first (RFC 3596 section 2.5). */
  ip6Key(words: Uint32Array): NameId {
    return this.#names.ip6.key(words);
  }

  /** The key of an address as it is written; -1 where the text is none. */
  keyOf(text: string): NameId {
    const ip4 = parseIp4(text);
    if (ip4 !== undefined) return this.ip4Key(ip4);
    const ip6 = parseIp6(text);
    if (!ip6) return NO_NAME;
    const words = new Uint32Array(4);
    for (let i = 0; i < 4; i++) words[i] = (((ip6[2 * i] ?? 0) << 16) | (ip6[2 * i + 1] ?? 0)) >>> 0;
    return this.ip6Key(words);
  }

  /** The four words of a whole address below ip6.arpa. */
  ip6Of(name: NameId): Uint32Array {
    return this.#names.ip6.words(name);
  }

  /** The children of a name whose labels are octets, ascending. */
  octetsBelow(parent: NameId): NameId[] {
    const children = new Int32Array(256);
    this.readOctets(parent, children);
    const found: NameId[] = [];
    for (const child of children) if (child >= 0) found.push(child);
    return found;
  }

  /** Puts the child of a name for each of the 256 octets, -1 where there is none. */
  readOctets(parent: NameId, children: Int32Array): void {
    const names = this.#names;
    const isNetwork = names.arpaKind(parent) === ARPA4_ADDRESS - 1;
    const network = names.ip4Of(parent);
    for (let octet = 0; octet < 256; octet++)
      children[octet] = isNetwork
        ? names.address4(network | octet)
        : names.find(parent, this.#scratch, 0, writeOctet(octet, this.#scratch, 0));
  }
}
