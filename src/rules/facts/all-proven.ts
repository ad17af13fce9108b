import { HASH_DIGITS } from '../../dns/hashed-name.ts';
import { LENGTH } from '../../dns/name-meta.ts';
import { META, type NameId, type NameTable, NODE_SIZE, PARENT, START } from '../../dns/name-table.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import type { SignedZone } from './signed-columns.ts';

/** Digits of a hash that it is sorted by, of five bits each, in two steps. */
const SORTED_DIGITS = 6;
const STEP_BITS = 15;

/**
 * Holds the hashes of all names of a zone, with the sums of their types, against its NSEC3 records, which stand in the order
 * of theirs. Sorted, both are read from beginning to end: to look for each hash takes several times as long.
 */
export class AllProven {
  readonly #size: number;
  readonly #labels: Uint8Array;
  readonly #types: Int32Array;
  #count = 0;

  /** For so many names. */
  constructor(size: number) {
    this.#size = size;
    this.#labels = new Uint8Array(size * HASH_DIGITS);
    this.#types = new Int32Array(size);
  }

  /** Takes the hash of a name; false where there are more names than records. */
  add(label: Uint8Array, types: number): boolean {
    if (this.#count === this.#size) return false;
    this.#labels.set(label, this.#count * HASH_DIGITS);
    this.#types[this.#count++] = types;
    return true;
  }

  /** Whether the records of a zone, in the order of their owners, are exactly those of the names that were added. */
  areProofs(records: readonly RecordId[], { zone, records: said }: SignedZone, { store }: RuleContext): boolean {
    if (this.#count !== records.length) return false;
    const { owner } = store.records;
    const order = this.#sorted();
    return records.every((record, i) => {
      const place = order[i] as number;
      const hash = owner[record] as NameId;
      return said.types(record) === this.#types[place] && this.#isLabelOf(hash, place, zone.apex, store.names);
    });
  }

  #isLabelOf(hash: NameId, place: number, apex: NameId, { columns: { nodes, bytes } }: NameTable): boolean {
    const node = hash * NODE_SIZE;
    if (nodes[node + PARENT] !== apex || ((nodes[node + META] as number) & LENGTH) !== HASH_DIGITS) return false;
    const start = nodes[node + START] as number;
    const from = place * HASH_DIGITS;
    for (let i = 0; i < HASH_DIGITS; i++) if (bytes[start + i] !== this.#labels[from + i]) return false;
    return true;
  }

  /** The places of the hashes in their order. */
  #sorted(): Int32Array {
    const count = this.#count;
    const keys = new Int32Array(count);
    for (let place = 0; place < count; place++) keys[place] = this.#keyOf(place);
    let order = Int32Array.from({ length: count }, (_, place) => place);
    for (let shift = 0; shift < SORTED_DIGITS * 5; shift += STEP_BITS) order = sortedBy(keys, order, shift);
    for (let i = 1; i < count; i++) this.#putInPlace(order, i, keys);
    return order;
  }

  /** Puts one behind those that begin alike and come before it. */
  #putInPlace(order: Int32Array, i: number, keys: Int32Array): void {
    const place = order[i] as number;
    let to = i;
    for (; to > 0; to--) {
      const before = order[to - 1] as number;
      if (keys[before] !== keys[place] || this.#compare(before, place) <= 0) break;
      order[to] = before;
    }
    order[to] = place;
  }

  #compare(one: number, other: number): number {
    let i = 0;
    while (i < HASH_DIGITS - 1 && this.#digit(one, i) === this.#digit(other, i)) i++;
    return this.#digit(one, i) - this.#digit(other, i);
  }

  #digit(place: number, i: number): number {
    return this.#labels[place * HASH_DIGITS + i] as number;
  }

  #keyOf(place: number): number {
    let key = 0;
    for (let i = 0; i < SORTED_DIGITS; i++) {
      const code = this.#digit(place, i);
      key = key * 32 + (code < 58 ? code - 48 : code - 87);
    }
    return key;
  }
}

/** Places in the order of some bits of their keys; those that are alike stay as they were. */
function sortedBy(keys: Int32Array, places: Int32Array, shift: number): Int32Array<ArrayBuffer> {
  const mask = (1 << STEP_BITS) - 1;
  const starts = new Int32Array(mask + 2);
  for (const place of places) {
    const bits = ((keys[place] as number) >> shift) & mask;
    starts[bits + 1] = (starts[bits + 1] as number) + 1;
  }
  for (let bits = 0; bits < mask; bits++) starts[bits + 1] = (starts[bits + 1] as number) + (starts[bits] as number);
  const sorted = new Int32Array(places.length);
  for (const place of places) {
    const bits = ((keys[place] as number) >> shift) & mask;
    const at = starts[bits] as number;
    starts[bits] = at + 1;
    sorted[at] = place;
  }
  return sorted;
}
