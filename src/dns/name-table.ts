import { AppendRoom, grown } from '../text/typed-array.ts';
import { AddressNames } from './address-names.ts';
import {
  ARPA_LABEL_BYTES,
  codeOfNibble,
  isNibble,
  nibbleStart,
  octetAt,
  octetStart,
  writeArpaLabels,
} from './arpa-label.ts';
import { Ip6Tree } from './ip6-tree.ts';
import { labelToText } from './name.ts';
import { hashEnd, hashNext, hashStart, LOWER, NameSlots } from './name-hash.ts';
import { ARPA4, ARPA4_ADDRESS, ARPA6, ARPA6_ADDRESS, type NameId, NO_NAME, ROOT } from './name-id.ts';
import {
  ARPA_SHIFT,
  ASTERISK,
  AT_SIGN,
  BEYOND_ASCII,
  DEPTH_SHIFT,
  FLAGS,
  HAS_DIGIT,
  HYPHEN,
  LENGTH,
  META_OF_ADDRESS6,
  metaBelow,
  metaOfAddress,
  NO_HOST,
  WILDCARD,
  WIRE_SHIFT,
  wireLengthBelow,
} from './name-meta.ts';
import type { NameTrail } from './name-trail.ts';
import { numberStep } from './number-step.ts';
import { ReverseNames } from './reverse-names.ts';

export { ARPA4, ARPA4_ADDRESS, ARPA6, ARPA6_ADDRESS, type NameId, NO_NAME, ROOT } from './name-id.ts';

const MAXIMUM_WIRE_LENGTH = 255;
/**
 * A name's numbers in the table: its parent, where its label's bytes start, what it is, and its first child; below
 * in-addr.arpa the octets of its IPv4 address so far, below ip6.arpa its first child whose label is a nibble, and of a whole
 * address the place of its number.
 */
export const NODE_SIZE = 4;
/** Place of the parent among the numbers of a name. */
export const PARENT = 0;
/** Place of the offset at which the bytes of the label start. */
export const START = 1;
/** Place of what the name is (see `name-meta.ts`). */
export const META = 2;
const FIRST_CHILD = 3;
/** In the place of the first child of a name that has more than two: they are in the hash table. */
const IN_TABLE = -1;
const OCTETS = 3;
const FIRST_NIBBLE = 3;
const PLACE = 3;
/** In the place of the parent of an IPv6 address while nobody has asked for it. */
const NOT_MADE = -2;
/** A table with more names is in use. */
const FEW_NAMES = 4096;
/** So many texts are kept; a power of two. */
const TEXTS_KEPT = 64;
/** How many of the names that come are no addresses. */
const SHARE_OF_OTHERS = 0.5;
/** Of each octet what it is in lower case, and what `FLAGS` says of that above these bits. */
const FLAGS_SHIFT = 8;
const OCTET = 255;
const CHARACTERS = new Uint16Array(256).map(
  (_, octet) => (LOWER[octet] as number) | ((FLAGS[LOWER[octet] as number] as number) << FLAGS_SHIFT),
);
const LOCALHOST = Uint8Array.from('localhost', (character) => character.charCodeAt(0));

/**
 * All names of a workspace, as a tree of labels: a name is its parent's id and one label, in canonical lower case
 * (RFC 4034 section 6.2). An address is the id of its reverse name, so that A, AAAA and PTR records meet in one id. The
 * names above that of an IPv6 address, thirty for one in a network of its own, are made when somebody asks for its parent.
 *
 * Invariants: a parent's id is smaller than its child's, unless that is an IPv6 address; ids are never reused; label bytes
 * are never rewritten.
 */
export class NameTable {
  #count = 0;
  /**
   * `NODE_SIZE` numbers a name, side by side for the processor's cache: what META has says `name-meta.ts`. The first child
   * of a name stands in no hash table, nor does the one whose number follows it, until there are others: most names have
   * none, as those of `_443._tcp` below a host, two servers below a delegation, or of the 32 labels of an IPv6 address.
   */
  #nodes: Int32Array;
  readonly #nodeRoom = new AppendRoom<Int32Array>();
  readonly #byteRoom = new AppendRoom<Uint8Array>();
  #bytes: Uint8Array;
  /** The labels of all octets are the first ones, and those of the nibbles that are letters follow them. */
  #bytesUsed = ARPA_LABEL_BYTES;
  /** What the characters of the label that was read last say of its name. */
  #flags = 0;
  /** The texts that were made last, by low bits of their names: what is shown is mostly asked for again, or stands below it. */
  readonly #textNames = new Int32Array(TEXTS_KEPT).fill(NO_NAME);
  readonly #texts: string[] = new Array(TEXTS_KEPT).fill('');
  /** Whether a name was ever added whose label has hyphens as its third and fourth characters, as those of IDNA have. */
  hasHyphenated = false;
  /** Whether a name was ever added whose label has an octet beyond ASCII. */
  hasBeyondAscii = false;
  /** Whether a name was ever added whose label has an "@". */
  hasAtSign = false;
  /** Whether a name was ever added whose label is an asterisk, and one whose label is `localhost`. */
  hasWildcard = false;
  hasLocalhost = false;
  /** Of all names but those of addresses, and the only one or two children of a name. */
  readonly #slots: NameSlots;
  readonly #addresses = new AddressNames();
  readonly #scratch = new Uint8Array(64);

  readonly arpa: NameId;
  readonly inAddrArpa: NameId;
  readonly ip6Arpa: NameId;
  /** The names of IPv6 addresses. */
  readonly ip6: Ip6Tree;
  /** The names of addresses. */
  readonly reverse: ReverseNames;

  constructor(expectedNames = 1024) {
    const capacity = Math.max(1024, expectedNames);
    this.#nodes = new Int32Array(capacity * 4);
    this.#bytes = new Uint8Array(capacity * 8);
    this.#slots = new NameSlots(capacity);
    this.#count = 1;
    writeArpaLabels(this.#bytes);
    this.#nodes[ROOT] = -1;
    this.#nodes[ROOT + META] = 1 << WIRE_SHIFT;
    this.arpa = this.childText(ROOT, 'arpa');
    this.inAddrArpa = this.childText(this.arpa, 'in-addr');
    this.ip6Arpa = this.childText(this.arpa, 'ip6');
    this.#nodes[this.inAddrArpa * 4 + META] =
      (this.#nodes[this.inAddrArpa * 4 + META] as number) | (ARPA4 << ARPA_SHIFT);
    this.#nodes[this.ip6Arpa * 4 + META] = (this.#nodes[this.ip6Arpa * 4 + META] as number) | (ARPA6 << ARPA_SHIFT);
    this.ip6 = new Ip6Tree(this);
    this.reverse = new ReverseNames(this);
  }

  /** The number of names; ids run from 0 to one below it. */
  get count(): number {
    return this.#count;
  }

  /** What kinds the addresses may be that were asked for since this was forgotten (see `address-kind.ts`). */
  get addressKinds(): number {
    return this.#addresses.kinds | this.ip6.kinds;
  }

  forgetAddressKinds(): void {
    this.#addresses.forgetKinds();
    this.ip6.forgetKinds();
  }

  /** What the names are, `NODE_SIZE` numbers each, and their labels: valid until the next name is added. */
  get columns(): { readonly nodes: Int32Array; readonly bytes: Uint8Array } {
    return { nodes: this.#nodes, bytes: this.#bytes };
  }

  /** Makes room for so many names at once, which saves the copies of growing. A table in use grows bit by bit instead. */
  reserve(names: number): void {
    if (this.#count > FEW_NAMES) return;
    if (names * 4 > this.#nodes.length) {
      // Room for twice as many costs nothing until they come.
      this.#nodes = grown(this.#nodes, names * 8);
      this.#nodeRoom.restart();
    }
    if (names * 8 > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, names * 16);
      this.#byteRoom.restart();
    }
    // About as many are those of addresses.
    this.#slots.reserve(names * SHARE_OF_OTHERS);
    this.#addresses.reserve(names);
  }

  /** The name one label shorter; -1 above the root. */
  parent(name: NameId): NameId {
    const parent = this.#nodes[name * 4] ?? NO_NAME;
    return parent === NOT_MADE ? this.#makeParent(name) : parent;
  }

  /** The name itself; of an IPv6 address whose parent nobody has asked for yet, the lowest name above it that is there. */
  nearest(name: NameId): NameId {
    return this.#nodes[name * 4 + PARENT] === NOT_MADE ? this.ip6.nearest(name) : name;
  }

  #makeParent(address: NameId): NameId {
    const parent = this.ip6.above(address);
    this.#setParent(address, parent);
    return parent;
  }

  #setParent(address: NameId, parent: NameId): void {
    this.#nodeRoom.change(this.#nodes, address * 4 + PARENT, parent);
    this.#nodeRoom.change(this.#nodes, parent * 4 + FIRST_NIBBLE, address);
  }

  /** The number of labels, the root's not counted. */
  depth(name: NameId): number {
    return ((this.#nodes[name * 4 + META] ?? 0) >> DEPTH_SHIFT) & 127;
  }

  /** The octets of the name on the wire (RFC 1035 section 3.1). */
  wireLength(name: NameId): number {
    return ((this.#nodes[name * 4 + META] ?? 0) >> WIRE_SHIFT) & 255;
  }

  /** Where the name stands below in-addr.arpa or ip6.arpa; 0 elsewhere, or where a label is no canonical octet or nibble. */
  arpaKind(name: NameId): number {
    return (this.#nodes[name * 4 + META] ?? 0) >> ARPA_SHIFT;
  }

  isAddress(name: NameId): boolean {
    const kind = (this.#nodes[name * 4 + META] ?? 0) >> ARPA_SHIFT;
    return kind === ARPA4_ADDRESS || kind === ARPA6_ADDRESS;
  }

  /** The IPv4 address (or the leading octets, left aligned) of a name below in-addr.arpa. */
  ip4Of(name: NameId): number {
    return (this.#nodes[name * 4 + OCTETS] ?? 0) >>> 0;
  }

  /** The bytes of the first label, canonical. The view is valid until the next name is added. */
  label(name: NameId): Uint8Array {
    const start = this.#nodes[name * 4 + START] ?? 0;
    return this.#bytes.subarray(start, start + ((this.#nodes[name * 4 + META] ?? 0) & LENGTH));
  }

  /** The first byte of the first label. */
  firstByte(name: NameId): number {
    return this.#bytes[this.#nodes[name * 4 + START] ?? 0] ?? 0;
  }

  /** An octet of the first label; -1 behind its end. */
  octetOf(name: NameId, index: number): number {
    const length = (this.#nodes[name * 4 + META] ?? 0) & LENGTH;
    return index < length ? (this.#bytes[(this.#nodes[name * 4 + START] as number) + index] as number) : -1;
  }

  isWildcard(name: NameId): boolean {
    return ((this.#nodes[name * 4 + META] ?? 0) & WILDCARD) !== 0;
  }

  /** True where `name` is `ancestor` or below it, by whole labels. */
  isBelowOrAt(name: NameId, ancestor: NameId): boolean {
    const nodes = this.#nodes;
    let node: number = name;
    while (node > ancestor && nodes[node * 4] !== NOT_MADE) node = nodes[node * 4] as number;
    if (node === ancestor || node < 0) return node === ancestor;
    return (nodes[node * 4 + META] as number) >> ARPA_SHIFT === ARPA6_ADDRESS && this.ip6.isBelow(node, ancestor);
  }

  /** The name above one, on the way up to a name that it lies at or below: -1 behind that. */
  up(name: NameId, end: NameId): NameId {
    return name === end ? NO_NAME : this.parent(name);
  }

  /** The lowest id that a name below another one may have. */
  firstBelow(name: NameId): NameId {
    return this.arpaKind(name) >= ARPA6 ? this.ip6Arpa + 1 : name + 1;
  }

  /** The ancestor of `name` that has `depth` labels. */
  ancestorAt(name: NameId, depth: number): NameId {
    let node: number = name;
    while (this.depth(node) > depth) node = this.parent(node);
    return node;
  }

  /** The child of `parent` with the label `codes[start..end)`, made if need be; -1 where the name would be too long. */
  child(parent: NameId, codes: Uint8Array, start: number, end: number): NameId {
    const kind = (this.#nodes[parent * 4 + META] as number) >> ARPA_SHIFT;
    if (kind > 0) {
      const inArpa = this.#childInArpa(kind, parent, codes, start, end);
      return inArpa >= 0 ? inArpa : this.#childByHash(parent, codes, start, end);
    }
    const first = this.#nodes[parent * 4 + FIRST_CHILD] as number;
    return first === IN_TABLE
      ? this.#childByHash(parent, codes, start, end)
      : this.#childOfFew(first, parent, codes, start, end);
  }

  #childOfFew(first: NameId, parent: NameId, codes: Uint8Array, start: number, end: number): NameId {
    const known = this.#earlyChild(first, parent, codes, start, end - start);
    if (known >= 0) return known;
    if (first > 0 && first + 1 !== this.#count) {
      this.#putInTable(parent, first);
      return this.#childByHash(parent, codes, start, end);
    }
    this.#read(parent, codes, start, end);
    const name = this.#add(parent, end - start);
    if (first === 0 && name >= 0) this.#nodeRoom.change(this.#nodes, parent * 4 + FIRST_CHILD, name);
    return name;
  }

  /** Puts the only one or two children of a name into the hash table, as more of them come. */
  #putInTable(parent: NameId, first: NameId): void {
    for (let name = first; name <= first + 1 && this.#nodes[name * 4] === parent; name++) {
      const start = this.#nodes[name * 4 + START] as number;
      const length = (this.#nodes[name * 4 + META] as number) & LENGTH;
      const hash = this.#read(parent, this.#bytes, start, start + length);
      this.#slots.put(hash, this.#slotOf(this.#slots.partOf(hash), hash, parent, length), name);
    }
    this.#nodeRoom.change(this.#nodes, parent * 4 + FIRST_CHILD, IN_TABLE);
  }

  /** The child that is the first one of `parent`, 0 where it has none, or follows that; -1 where it is neither. */
  #earlyChild(first: NameId, parent: NameId, codes: Uint8Array, start: number, length: number): NameId {
    if (first === 0) return NO_NAME;
    if (this.#isChild(first, parent, codes, start, length)) return first;
    return first + 1 < this.#count && this.#isChild(first + 1, parent, codes, start, length) ? first + 1 : NO_NAME;
  }

  #childByHash(parent: NameId, codes: Uint8Array, start: number, end: number): NameId {
    const hash = this.#read(parent, codes, start, end);
    const slots = this.#slots.partOf(hash);
    const slot = this.#slotOf(slots, hash, parent, end - start);
    const known = slots[slot + 1] as number;
    if (known >= 0) return known;
    const name = this.#add(parent, end - start);
    if (name >= 0) this.#slots.put(hash, slot, name);
    return name;
  }

  /** The child that is in no hash table, made if need be: an address, or the first nibble below a name. -1 for others. */
  #childInArpa(kind: number, parent: NameId, codes: Uint8Array, start: number, end: number): NameId {
    if (kind === ARPA4_ADDRESS - 1) {
      const octet = octetAt(codes, start, end);
      return octet < 0 ? NO_NAME : this.addressBelow(parent, this.ip4Of(parent) | octet);
    }
    // What lies below an address has a higher number than all names above it.
    if (kind === ARPA6_ADDRESS) this.parent(parent);
    if (kind < ARPA6 || kind >= ARPA6_ADDRESS || end - start !== 1) return NO_NAME;
    const code = LOWER[codes[start] as number] as number;
    if (!isNibble(code)) return NO_NAME;
    if (kind === ARPA6_ADDRESS - 1) return this.#address6Below(parent, code);
    const first = this.#nodes[parent * 4 + FIRST_NIBBLE] as number;
    if (first === 0) return this.#addFirstNibble(parent, code);
    return this.#isChild(first, parent, codes, start, 1) ? first : NO_NAME;
  }

  /** Adds the first child of a nibble, below a name that has none. */
  #addFirstNibble(parent: NameId, code: number): NameId {
    this.#nodes = this.#nodeRoom.behind(this.#nodes, this.#count * 4, 4);
    const nodes = this.#nodes;
    const above = nodes[parent * 4 + META] as number;
    const name = this.#count++;
    const flags = (above & (HAS_DIGIT | NO_HOST)) | (FLAGS[code] as number);
    nodes[name * 4] = parent;
    nodes[name * 4 + START] = nibbleStart(code);
    nodes[name * 4 + META] = metaBelow(above, 1, flags, (above >> ARPA_SHIFT) + 1);
    this.#nodeRoom.change(nodes, parent * 4 + FIRST_NIBBLE, name);
    return name;
  }

  /** The name of an IPv4 address; -1 where it is not in the table. */
  address4(address: number): NameId {
    return this.#addresses.get(address);
  }

  /** The name of an IPv4 address whose network has a name already. */
  addressBelow(network: NameId, address: number): NameId {
    const known = this.#addresses.get(address);
    if (known >= 0) return known;
    this.#nodes = this.#nodeRoom.behind(this.#nodes, this.#count * 4, 4);
    const nodes = this.#nodes;
    const name = this.#count++;
    const octet = address & 255;
    nodes[name * 4] = network;
    nodes[name * 4 + START] = octetStart(octet);
    nodes[name * 4 + META] = metaOfAddress(nodes[network * 4 + META] as number, octet);
    nodes[name * 4 + OCTETS] = address;
    this.#addresses.put(address, name);
    return name;
  }

  /** Where the number of an IPv6 address stands (see `Ip6Tree`). */
  placeOf(address: NameId): number {
    return this.#nodes[address * 4 + PLACE] as number;
  }

  /** A child of a name of ip6.arpa whose label is a nibble; 0 where none is known. */
  firstNibble(name: NameId): NameId {
    return this.#nodes[name * 4 + FIRST_NIBBLE] as number;
  }

  /** Adds the name of an IPv6 address whose number is to stand at a place. For `Ip6Tree` only. */
  addAddress6(nibble: number, place: number): NameId {
    this.#nodes = this.#nodeRoom.behind(this.#nodes, this.#count * 4, 4);
    const nodes = this.#nodes;
    const name = this.#count++;
    nodes[name * 4] = NOT_MADE;
    nodes[name * 4 + START] = nibbleStart(codeOfNibble(nibble));
    nodes[name * 4 + META] = META_OF_ADDRESS6;
    nodes[name * 4 + PLACE] = place;
    return name;
  }

  #address6Below(parent: NameId, code: number): NameId {
    const name = this.ip6.below(parent, code);
    if (this.#nodes[name * 4] === NOT_MADE) this.#setParent(name, parent);
    return name;
  }

  /** As `child`, for the next name of a column. */
  childAlong(trail: NameTrail, parent: NameId, codes: Uint8Array, start: number, end: number): NameId {
    const guess = trail.guess(this.#count);
    const isKnown = guess > ROOT && this.#isChild(guess, parent, codes, start, end - start);
    return trail.follow(isKnown ? guess : this.child(parent, codes, start, end));
  }

  /** Whether a name is the child of `parent` whose label begins at `codes[start]`. */
  #isChild(name: NameId, parent: NameId, codes: Uint8Array, start: number, length: number): boolean {
    const nodes = this.#nodes;
    const base = name * 4;
    if (nodes[base] !== parent || ((nodes[base + META] as number) & LENGTH) !== length) return false;
    const bytes = this.#bytes;
    const at = nodes[base + START] as number;
    // Names that count up differ at their ends.
    let i = length - 1;
    while (i >= 0 && bytes[at + i] === LOWER[codes[start + i] as number]) i--;
    return i < 0;
  }

  /**
   * Writes a label's bytes in lower case (RFC 4343) behind those of all names, where they are in place if the name is new,
   * and what its characters say of it into `#flags`; returns the hash of the name.
   */
  #read(parent: NameId, codes: Uint8Array, start: number, end: number): number {
    this.#bytes = this.#byteRoom.behind(this.#bytes, this.#bytesUsed, end - start);
    const bytes = this.#bytes;
    const last = end - 1;
    let at = this.#bytesUsed;
    let hash = hashStart(parent);
    let flags = 0;
    for (let i = start; i < last; i++) {
      const character = CHARACTERS[codes[i] as number] as number;
      bytes[at++] = character;
      flags |= character;
      hash = hashNext(hash, character & OCTET);
    }
    const character = CHARACTERS[codes[last] as number] as number;
    bytes[at] = character;
    this.#flags = (flags | character) >> FLAGS_SHIFT;
    return hashEnd(hash, character & OCTET);
  }

  /** Where in its part of the hash table the name that was read last stands, or where it is to be put. */
  #slotOf(slots: Int32Array, hash: number, parent: NameId, length: number): number {
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const node = slots[slot + 1] as number;
      if (node < 0 || (slots[slot] === hash && this.#isChild(node, parent, this.#bytes, this.#bytesUsed, length)))
        return slot;
    }
  }

  /** As `childText`, but -1 where the name is not in the table. */
  findChild(parent: NameId, label: string): NameId {
    const length = this.#writeLabel(label);
    return length > 0 ? this.find(parent, this.#scratch, 0, length) : NO_NAME;
  }

  /** The name of some labels below another one, from the top of the tree down; -1 where it is not in the table. */
  findBelow(name: NameId, labels: readonly string[]): NameId {
    let node = name;
    for (const [i, label] of labels.entries()) {
      const child = this.findChild(node, label);
      if (child === NO_NAME) return this.ip6.findLabels(node, labels.slice(i));
      node = child;
    }
    return node;
  }

  /** As `child`, but -1 where the name is not in the table. */
  find(parent: NameId, codes: Uint8Array, start: number, end: number): NameId {
    const kind = (this.#nodes[parent * 4 + META] as number) >> ARPA_SHIFT;
    if (kind === ARPA4_ADDRESS - 1) {
      const octet = octetAt(codes, start, end);
      if (octet >= 0) return this.address4(this.ip4Of(parent) | octet);
    } else if (kind >= ARPA6 && kind < ARPA6_ADDRESS && end - start === 1) {
      const first = this.#nodes[parent * 4 + FIRST_NIBBLE] as number;
      if (first > 0 && this.#isChild(first, parent, codes, start, 1)) return first;
      const code = LOWER[codes[start] as number] as number;
      if (kind === ARPA6_ADDRESS - 1 && isNibble(code)) return this.ip6.findBelow(parent, code);
    } else if (kind === 0) {
      const first = this.#nodes[parent * 4 + FIRST_CHILD] as number;
      if (first !== IN_TABLE) return this.#earlyChild(first, parent, codes, start, end - start);
    }
    const hash = this.#read(parent, codes, start, end);
    const slots = this.#slots.partOf(hash);
    return slots[this.#slotOf(slots, hash, parent, end - start) + 1] as number;
  }

  /** Writes a label into the scratch and returns its length; 0 where it is none. */
  #writeLabel(label: string): number {
    const { length } = label;
    if (length > 63) return 0;
    for (let i = 0; i < length; i++) this.#scratch[i] = label.charCodeAt(i);
    return length;
  }

  /** The child with a label given as text of bytes (one character an octet, no escapes). */
  childText(parent: NameId, label: string): NameId {
    const length = this.#writeLabel(label);
    return length > 0 ? this.child(parent, this.#scratch, 0, length) : NO_NAME;
  }

  /** The canonical absolute text, lower case, with final dot, escaped as BIND writes names. */
  text(name: NameId): string {
    if (name <= ROOT) return name === ROOT ? '.' : '';
    const slot = name & (TEXTS_KEPT - 1);
    if (this.#textNames[slot] === name) return this.#texts[slot] as string;
    const parent = this.parent(name);
    const text = `${this.labelText(name)}.${parent === ROOT ? '' : this.text(parent)}`;
    this.#textNames[slot] = name;
    this.#texts[slot] = text;
    return text;
  }

  /** Writes the canonical text without its final dot, unescaped, and returns its length; nothing is allocated. */
  writeText(name: NameId, into: Uint8Array): number {
    let length = 0;
    for (let node: number = name; node > ROOT; node = this.parent(node)) {
      if (length > 0) into[length++] = 46;
      const start = this.#nodes[node * 4 + START] as number;
      const end = start + ((this.#nodes[node * 4 + META] as number) & LENGTH);
      for (let at = start; at < end; at++) into[length++] = this.#bytes[at] as number;
    }
    return length;
  }

  /** Whether all labels are letters, digits and inner hyphens (RFC 952, RFC 1123 section 2.1). */
  isHostName(name: NameId): boolean {
    return name > ROOT && ((this.#nodes[name * 4 + META] as number) & NO_HOST) === 0;
  }

  /** Whether it is a host name whose first label can't be a class: none of two letters. */
  isPlainHost(name: NameId): boolean {
    const meta = this.#nodes[name * 4 + META] as number;
    return name > ROOT && (meta & NO_HOST) === 0 && (meta & LENGTH) !== 2;
  }

  /** Whether a digit stands anywhere in the name. */
  hasDigit(name: NameId): boolean {
    return ((this.#nodes[name * 4 + META] ?? 0) & HAS_DIGIT) !== 0;
  }

  /** By how much the one number grows in which two names' first labels differ; NaN where they differ in anything else. */
  numberStep(from: NameId, to: NameId): number {
    const nodes = this.#nodes;
    if (this.parent(from) !== this.parent(to)) return Number.NaN;
    const a = nodes[from * 4 + START] as number;
    const b = nodes[to * 4 + START] as number;
    const endA = a + ((nodes[from * 4 + META] as number) & LENGTH);
    return numberStep(this.#bytes, a, endA, b, b + ((nodes[to * 4 + META] as number) & LENGTH));
  }

  /** The first label as text, escaped. */
  labelText(name: NameId): string {
    const start = this.#nodes[name * 4 + START] ?? 0;
    const end = start + ((this.#nodes[name * 4 + META] ?? 0) & LENGTH);
    let label = '';
    for (let at = start; at < end; at++) label += String.fromCharCode(this.#bytes[at] as number);
    return labelToText(label);
  }

  /** Adds the child of `parent` whose label was read last. */
  #add(parent: NameId, length: number): NameId {
    const above = this.#nodes[parent * 4 + META] as number;
    if (wireLengthBelow(above, length) > MAXIMUM_WIRE_LENGTH) return NO_NAME;
    this.#nodes = this.#nodeRoom.behind(this.#nodes, this.#count * 4, 4);
    const node = this.#count++;
    const at = this.#bytesUsed;
    const bytes = this.#bytes;
    const nodes = this.#nodes;
    let flags = (above | this.#flags) & (HAS_DIGIT | NO_HOST);
    if ((flags & NO_HOST) !== 0) flags |= this.#oddFlags(at, length);
    if (bytes[at] === HYPHEN || bytes[at + length - 1] === HYPHEN) flags |= NO_HOST;
    if (bytes[at] === LOCALHOST[0] && isLabel(bytes, at, length, LOCALHOST)) this.hasLocalhost = true;
    if (length > 3 && bytes[at + 2] === HYPHEN && bytes[at + 3] === HYPHEN) this.hasHyphenated = true;
    this.#bytesUsed += length;
    nodes[node * 4] = parent;
    nodes[node * 4 + START] = at;
    const arpa = above >> ARPA_SHIFT === 0 ? 0 : this.#placeInArpa(node, parent, at, length);
    nodes[node * 4 + META] = metaBelow(above, length, flags, arpa);
    return node;
  }

  /** Notes what is odd in the label that was read last; the flag of a wildcard where it is one. */
  #oddFlags(at: number, length: number): number {
    if ((this.#flags & BEYOND_ASCII) !== 0) this.hasBeyondAscii = true;
    if ((this.#flags & AT_SIGN) !== 0) this.hasAtSign = true;
    if (length !== 1 || this.#bytes[at] !== ASTERISK) return 0;
    this.hasWildcard = true;
    return WILDCARD;
  }

  /** Where a child of a name below in-addr.arpa or ip6.arpa stands there (see `arpaKind`). */
  #placeInArpa(node: number, parent: number, at: number, length: number): number {
    const kind = (this.#nodes[parent * 4 + META] as number) >> ARPA_SHIFT;
    if (kind >= ARPA6)
      return kind < ARPA6_ADDRESS && length === 1 && isNibble(this.#bytes[at] as number) ? kind + 1 : 0;
    if (kind >= ARPA4_ADDRESS) return 0;
    const octet = octetAt(this.#bytes, at, at + length);
    if (octet < 0) return 0;
    this.#nodes[node * 4 + OCTETS] = (this.#nodes[parent * 4 + OCTETS] as number) | (octet << (32 - 8 * kind));
    return kind + 1;
  }
}

function isLabel(bytes: Uint8Array, start: number, length: number, label: Uint8Array): boolean {
  if (length !== label.length) return false;
  for (let i = 0; i < label.length; i++) if (bytes[start + i] !== label[i]) return false;
  return true;
}
