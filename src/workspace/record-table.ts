import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';
import type { Draft } from '../zone/draft.ts';

/** A record of the index. Ids are used again after a record is gone. */
export type RecordId = number;

/** No record: the end of a list. */
export const NO_RECORD: RecordId = -1;

/** Of more records than these some are alike, or nobody need know. */
const MOST_COMPARED = 12;

/** Whether another record of a name's list, which begins with `first`, may be the same one; of a long list nobody knows. */
export function mayHaveTwin(records: RecordTable, record: RecordId, first: RecordId): boolean {
  let count = 0;
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (++count > MOST_COMPARED || (id !== record && areTwins(records, record, id))) return true;
  return false;
}

/** Whether two records of one name may be the same one, as far as the table tells. */
export function areTwins({ type, data, mark }: RecordTable, one: RecordId, other: RecordId): boolean {
  if (type[one] !== type[other] || data[one] !== data[other]) return false;
  return mark[one] === mark[other] || mark[one] === 0 || mark[other] === 0;
}

/**
 * Lists of ids are parts of one of this length: so many arrays of their own would be slow to make and to keep. The first
 * ones are shorter, as long as there are few records.
 */
const IDS_AT_ONCE = 16_384;
const FIRST_IDS = 256;

/**
 * The records of all files as parallel arrays. Each record stands in two lists of its view: that of its owner, and that
 * of the name in its rdata (an address's is its reverse name).
 *
 * Invariant: a record with an owner of -1 is free; free ids are chained through `nextOwner`.
 */
export class RecordTable {
  owner: Int32Array;
  type: Uint16Array;
  flags: Uint16Array;
  ttl: Int32Array;
  data: Int32Array;
  /**
   * What sums up the rdata besides the name in it: where two records of a type have two marks, servers take them for two.
   * 0 where nobody summed it up, as where nothing stands besides the name. Of an RRSIG record it is what it says before its
   * signature (see `SignatureHeads`), of NSEC and NSEC3 records the sum of their types (`type-sums.ts`).
   */
  mark: Int32Array;
  /**
   * The name that an NSEC or NSEC3 record leads to, and 1; 0 where nobody has read it. Of records whose names only their texts
   * tell, as SOA and RP, the origin there, and 1: below another one it is another record. 0 of all others.
   */
  following: Int32Array;
  /** The instance block that has the record, and the row there. */
  block: Int32Array;
  row: Int32Array;
  /**
   * The ids that follow in both lists, and those before, each and 1; 0 where there is none, as of most, so that memory
   * without any is never touched. For the lists' keepers only.
   */
  nextOwner: Int32Array;
  nextData: Int32Array;
  previousOwner: Int32Array;
  previousData: Int32Array;
  #used = 0;
  #free: RecordId = NO_RECORD;
  #count = 0;
  /** Ids that follow each other, the next ones among them. */
  #ids = new Int32Array(0);

  constructor(capacity = 1024) {
    this.owner = new Int32Array(capacity);
    this.type = new Uint16Array(capacity);
    this.flags = new Uint16Array(capacity);
    this.ttl = new Int32Array(capacity);
    this.data = new Int32Array(capacity);
    this.mark = new Int32Array(capacity);
    this.following = new Int32Array(capacity);
    this.block = new Int32Array(capacity);
    this.row = new Int32Array(capacity);
    this.nextOwner = new Int32Array(capacity);
    this.previousOwner = new Int32Array(capacity);
    this.nextData = new Int32Array(capacity);
    this.previousData = new Int32Array(capacity);
  }

  /** Records held. */
  get count(): number {
    return this.#count;
  }

  /** One above the highest id given out. */
  get limit(): number {
    return this.#used;
  }

  /** How many records there is room for. */
  get capacity(): number {
    return this.owner.length;
  }

  /** The next record of an owner's list; -1 behind the last. */
  nextAt(record: RecordId): RecordId {
    return (this.nextOwner[record] as number) - 1;
  }

  /** The next record of the list of those that lead to a name; -1 behind the last. */
  nextTo(record: RecordId): RecordId {
    return (this.nextData[record] as number) - 1;
  }

  /** Makes room for so many. Where files come in many parts it is not made anew for each. */
  reserve(capacity: number): void {
    if (capacity > this.owner.length) this.#grow(Math.max(capacity, Math.ceil(this.owner.length * 1.5)));
  }

  allocate(): RecordId {
    this.#count++;
    if (this.#free !== NO_RECORD) {
      const record = this.#free;
      this.#free = this.nextAt(record);
      this.nextOwner[record] = 0;
      return record;
    }
    if (this.#used === this.owner.length) this.#grow(this.#used * 2);
    return this.#used++;
  }

  /** Puts all records of a draft into the table, in no list yet; returns their ids in its order. */
  addAll(draft: Draft, blockId: number): Int32Array {
    const { count } = draft;
    if (this.#free === NO_RECORD) return this.#addBehind(draft, blockId);
    const ids = this.#allocateEach(count);
    const { owner, type, ttl, data, flags, mark, following, block, row } = this;
    for (let i = 0; i < count; i++) {
      const record = ids[i] as RecordId;
      owner[record] = draft.owner[i] as number;
      type[record] = draft.type[i] as number;
      ttl[record] = draft.ttl[i] as number;
      data[record] = draft.data[i] as number;
      flags[record] = draft.flags[i] as number;
      mark[record] = draft.mark[i] as number;
      following[record] = draft.following[i] as number;
      block[record] = blockId;
      row[record] = draft.row[i] as number;
    }
    return ids;
  }

  /** The same where no id is free: the new ones follow each other. */
  #addBehind(draft: Draft, blockId: number): Int32Array {
    const { count } = draft;
    const ids = this.#allocateBehind(count);
    const first = ids[0] ?? 0;
    const { owner, type, ttl, data, flags, mark, following, row } = this;
    for (let i = 0; i < count; i++) {
      owner[first + i] = draft.owner[i] as number;
      type[first + i] = draft.type[i] as number;
      ttl[first + i] = draft.ttl[i] as number;
      data[first + i] = draft.data[i] as number;
      row[first + i] = draft.row[i] as number;
      // Memory of what none has is never touched.
      if (draft.flags[i] !== 0) flags[first + i] = draft.flags[i] as number;
      if (draft.mark[i] !== 0) mark[first + i] = draft.mark[i] as number;
      if (draft.following[i] !== 0) following[first + i] = draft.following[i] as number;
    }
    this.block.fill(blockId, first, first + count);
    return ids;
  }

  #allocateEach(count: number): Int32Array {
    const ids = new Int32Array(count);
    for (let i = 0; i < count; i++) ids[i] = this.allocate();
    return ids;
  }

  /** The ids behind the last one, as a view of many that follow each other. */
  #allocateBehind(count: number): Int32Array {
    const first = this.#used;
    const end = first + count;
    if (end > this.owner.length) this.#grow(Math.max(first * 2, end));
    this.#used = end;
    this.#count += count;
    let at = first - (this.#ids[0] ?? 0);
    if (this.#ids.length === 0 || at + count > this.#ids.length) {
      this.#ids = new Int32Array(Math.max(count, Math.min(Math.max(FIRST_IDS, first), IDS_AT_ONCE)));
      for (let i = 0; i < this.#ids.length; i++) this.#ids[i] = first + i;
      at = 0;
    }
    return this.#ids.subarray(at, at + count);
  }

  release(record: RecordId): void {
    this.#count--;
    this.owner[record] = NO_NAME;
    this.nextOwner[record] = this.#free + 1;
    this.#free = record;
  }

  #grow(capacity: number): void {
    const used = this.#used;
    this.owner = grown(this.owner, capacity, used);
    this.type = grown(this.type, capacity, used);
    this.flags = grown(this.flags, capacity, used);
    this.ttl = grown(this.ttl, capacity, used);
    this.data = grown(this.data, capacity, used);
    this.mark = grown(this.mark, capacity, used);
    this.following = grown(this.following, capacity, used);
    this.block = grown(this.block, capacity, used);
    this.row = grown(this.row, capacity, used);
    this.nextOwner = grown(this.nextOwner, capacity, used);
    this.previousOwner = grown(this.previousOwner, capacity, used);
    this.nextData = grown(this.nextData, capacity, used);
    this.previousData = grown(this.previousData, capacity, used);
  }
}

/**
 * Which records stand at a name and which lead to it, in one view.
 *
 * Invariant: `weight` of a name counts the records it owns plus its children of weight above 0, so that a name exists
 * (RFC 4592 section 2.2) exactly where its weight is above 0.
 */
export class ViewIndex {
  readonly name: string;
  readonly #records: RecordTable;
  readonly #expected: number;
  /** The first record of each name's lists, and 1. */
  #ownerHead = new Int32Array(0);
  #dataHead = new Int32Array(0);
  weight = new Int32Array(0);

  /** `expected` names get room once the first of them needs it: nothing may ever be put into the index. */
  constructor(name: string, records: RecordTable, expected: number) {
    this.name = name;
    this.#records = records;
    this.#expected = expected;
  }

  /** The first records of all names' lists, each and 1: valid until more names come. */
  get heads(): { readonly ownerHead: Int32Array; readonly dataHead: Int32Array } {
    return { ownerHead: this.#ownerHead, dataHead: this.#dataHead };
  }

  /** Makes room for names up to `capacity`. */
  reserve(capacity: number): void {
    // Not all in the same moment: a copy of millions takes its time.
    this.#ownerHead = this.#withRoom(this.#ownerHead, capacity, 0.85);
    this.#dataHead = this.#withRoom(this.#dataHead, capacity, 0.9);
    this.weight = this.#withRoom(this.weight, capacity, 0.95);
  }

  /** The array, or a larger one where so large a share of it is taken. */
  #withRoom(array: Int32Array<ArrayBuffer>, capacity: number, share: number): Int32Array<ArrayBuffer> {
    const before = array.length;
    if (capacity <= before * share) return array;
    const larger = grown(array, Math.max(before * 2, Math.ceil(capacity / share), this.#expected));
    // Fresh memory that is read before it is written to costs the system two steps a page.
    return larger.fill(0, before);
  }

  /** The first of the records that a name owns, which the last one in the text may be; -1 where it owns none. */
  firstAt(name: NameId): RecordId {
    return (this.#ownerHead[name] ?? 0) - 1;
  }

  /** The first of the records that lead to a name; -1 where none does. */
  firstTo(name: NameId): RecordId {
    return (this.#dataHead[name] ?? 0) - 1;
  }

  /** Puts a record into its lists. Returns the highest name that begins to exist with it, -1 where none does. */
  link(record: RecordId, parentOf: (name: NameId) => NameId): NameId {
    const records = this.#records;
    const owner = records.owner[record] as number;
    const head = this.#ownerHead[owner] as number;
    if (head > 0) {
      records.nextOwner[record] = head;
      records.previousOwner[head - 1] = record + 1;
    }
    this.#ownerHead[owner] = record + 1;
    const data = records.data[record] as number;
    if (data >= 0) {
      const dataHead = this.#dataHead[data] as number;
      if (dataHead > 0) {
        records.nextData[record] = dataHead;
        records.previousData[dataHead - 1] = record + 1;
      }
      this.#dataHead[data] = record + 1;
    }
    let name: NameId = owner;
    let born: NameId = NO_NAME;
    while (name >= 0 && (this.weight[name] as number)++ === 0) {
      born = name;
      name = parentOf(name);
    }
    return born;
  }

  /** Whether a name has one record, and nothing is held below it. */
  isLeafOfOne(name: NameId): boolean {
    return this.weight[name] === 1 && this.firstAt(name) >= 0;
  }

  /** Takes a record out of its lists. Returns the highest name that ceases to exist with it, -1 where none does. */
  unlink(record: RecordId, parentOf: (name: NameId) => NameId): NameId {
    const records = this.#records;
    const owner = records.owner[record] as number;
    const next = records.nextOwner[record] as number;
    const previous = records.previousOwner[record] as number;
    if (previous > 0) records.nextOwner[previous - 1] = next;
    else this.#ownerHead[owner] = next;
    if (next > 0) records.previousOwner[next - 1] = previous;
    records.nextOwner[record] = 0;
    records.previousOwner[record] = 0;
    const data = records.data[record] as number;
    if (data >= 0) {
      const nextData = records.nextData[record] as number;
      const previousData = records.previousData[record] as number;
      if (previousData > 0) records.nextData[previousData - 1] = nextData;
      else this.#dataHead[data] = nextData;
      if (nextData > 0) records.previousData[nextData - 1] = previousData;
      records.nextData[record] = 0;
      records.previousData[record] = 0;
    }
    let name: NameId = owner;
    let gone: NameId = NO_NAME;
    while (name >= 0 && --(this.weight[name] as number) === 0) {
      gone = name;
      name = parentOf(name);
    }
    return gone;
  }
}
