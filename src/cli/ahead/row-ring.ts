import { ROW_SIZE } from '../../syntax/plain-columns.ts';
import { BLOCK_LIMITS, PlainRows } from '../../syntax/plain-rows.ts';
import type { SharedTexts } from './shared-texts.ts';

/** Blocks that may be read ahead. */
const SLOTS = 256;

/** What one thread writes lies apart from what the other one does: else they take it from each other at each look. */
const APART = 16;
/** What is wanted last: its number, and the offset from which on. */
const REQUEST = 0;
const FROM = 1;
/** The request that the reader has begun, and the one that it can't go on with. */
const BEGUN = APART;
const ENDED = APART + 1;
/** How many blocks were read, and how many were taken. */
const READ = 2 * APART;
const TAKEN = 3 * APART;
const CONTROL_SIZE = 4 * APART;

/** A block: the request that it was read for, where it starts, and what `PlainRows` says of it in its text. */
const NUMBER = 0;
const START = 1;
const END = 2;
const ROW_COUNT = 3;
const LINE_COUNT = 4;
const HAS_COMMENTS = 5;
const HAS_HEAD = 6;
const HEADER_SIZE = 8;
const SLOT_SIZE = HEADER_SIZE + BLOCK_LIMITS.rows * ROW_SIZE;

/** The memory that two threads share to hand over the blocks of plain rows of texts that stand side by side. */
export function makeRing(): SharedArrayBuffer {
  return new SharedArrayBuffer((CONTROL_SIZE + SLOTS * SLOT_SIZE) * 4);
}

/** The room of a block. */
interface Slot {
  readonly header: Int32Array;
  readonly rows: Int32Array;
}

class Ring {
  readonly control: Int32Array;
  readonly slots: readonly Slot[];

  constructor(memory: SharedArrayBuffer) {
    this.control = new Int32Array(memory, 0, CONTROL_SIZE);
    this.slots = Array.from({ length: SLOTS }, (_, slot) => {
      const at = (CONTROL_SIZE + slot * SLOT_SIZE) * 4;
      return {
        header: new Int32Array(memory, at, HEADER_SIZE),
        rows: new Int32Array(memory, at + HEADER_SIZE * 4, SLOT_SIZE - HEADER_SIZE),
      };
    });
  }
}

/** Reads blocks of the texts' plain rows into their ring, from the offset that is wanted on. */
export class RingReader {
  readonly #ring: Ring;
  readonly #texts: SharedTexts;
  readonly #rows = new PlainRows();
  #request = 0;
  #hasEnded = true;
  /** The text at hand: its number, where it starts, and how far it is read. */
  #number = 0;
  #start = 0;
  #codes: Uint8Array;
  #at = 0;
  #read = 0;
  /** How many were taken, when this was looked at last. */
  #taken = 0;

  constructor(memory: SharedArrayBuffer, texts: SharedTexts) {
    this.#ring = new Ring(memory);
    this.#texts = texts;
    this.#codes = texts.bytes.subarray(0, 0);
  }

  /** Whether more is to be read once there is room for it. */
  get isWanted(): boolean {
    return !this.#hasEnded;
  }

  /** Reads the next block; false where none is wanted, or no room is left. */
  step(): boolean {
    const { control, slots } = this.#ring;
    const request = Atomics.load(control, REQUEST);
    if (request !== this.#request) this.#begin(request);
    if (this.#hasEnded || !this.#hasRoom()) return false;
    const slot = slots[this.#read % SLOTS] as Slot;
    const rows = this.#rows;
    if (this.#at === this.#codes.length && this.#number + 1 < Atomics.load(this.#texts.ends, 0))
      this.#open(this.#number + 1);
    rows.readInto(slot.rows, this.#codes, this.#at, BLOCK_LIMITS);
    if (rows.end === this.#at) {
      this.#hasEnded = true;
      Atomics.store(control, ENDED, request);
      return false;
    }
    const { header } = slot;
    header[NUMBER] = request;
    header[START] = this.#start + this.#at;
    header[END] = rows.end;
    header[ROW_COUNT] = rows.rowCount;
    header[LINE_COUNT] = rows.lineCount;
    header[HAS_COMMENTS] = rows.hasComments ? 1 : 0;
    header[HAS_HEAD] = rows.hasHead ? 1 : 0;
    this.#at = rows.end;
    Atomics.store(control, READ, ++this.#read);
    return true;
  }

  #hasRoom(): boolean {
    if (this.#read - this.#taken < SLOTS) return true;
    this.#taken = Atomics.load(this.#ring.control, TAKEN);
    return this.#read - this.#taken < SLOTS;
  }

  /** Where another request comes while this one is looked at, what is read for it is left, as it bears this number. */
  #begin(request: number): void {
    const { control } = this.#ring;
    this.#request = request;
    this.#hasEnded = false;
    const from = Atomics.load(control, FROM);
    this.#open(this.#numberOf(from));
    this.#at = from - this.#start;
    Atomics.store(control, BEGUN, request);
  }

  /** The number of the text that an offset is in. */
  #numberOf(offset: number): number {
    const { ends } = this.#texts;
    let low = 0;
    for (let high = Atomics.load(ends, 0) - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if ((ends[middle + 1] as number) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #open(number: number): void {
    const { bytes, ends } = this.#texts;
    this.#number = number;
    this.#start = number === 0 ? 0 : (ends[number] as number);
    this.#codes = bytes.subarray(this.#start, ends[number + 1]);
    this.#at = 0;
  }
}

/** Takes blocks of the texts' plain rows out of their ring, and says which ones are wanted. */
export class RingTaker {
  readonly #ring: Ring;
  readonly #wake: () => void;
  #request = 0;
  #taken = 0;
  /** How many were read, when this was looked at last. */
  #read = 0;
  /** Whether the block at hand is still in use. */
  #isInUse = false;

  /** `wake` has the reader look for what is wanted. */
  constructor(memory: SharedArrayBuffer, wake: () => void) {
    this.#ring = new Ring(memory);
    this.#wake = wake;
  }

  /** As `RowsAhead.take`, with the offset of all texts. */
  take(offset: number, rows: PlainRows): boolean {
    this.#leave();
    const { control, slots } = this.#ring;
    let isOther = this.#request === 0;
    for (; !isOther && this.#hasMore(); this.#leaveOne()) {
      const slot = slots[this.#taken % SLOTS] as Slot;
      const start = slot.header[START] as number;
      if (slot.header[NUMBER] !== this.#request || start < offset) continue;
      isOther = start > offset;
      if (isOther) break;
      this.#isInUse = true;
      takeInto(rows, slot);
      return true;
    }
    if (isOther || Atomics.load(control, BEGUN) !== this.#request || Atomics.load(control, ENDED) === this.#request)
      this.#ask(offset);
    return false;
  }

  #hasMore(): boolean {
    if (this.#taken < this.#read) return true;
    this.#read = Atomics.load(this.#ring.control, READ);
    return this.#taken < this.#read;
  }

  #ask(offset: number): void {
    const { control } = this.#ring;
    this.#request++;
    Atomics.store(control, FROM, offset);
    Atomics.store(control, REQUEST, this.#request);
    this.#wake();
  }

  #leave(): void {
    if (!this.#isInUse) return;
    this.#isInUse = false;
    this.#leaveOne();
  }

  #leaveOne(): void {
    Atomics.store(this.#ring.control, TAKEN, ++this.#taken);
  }
}

function takeInto(into: PlainRows, { header, rows }: Slot): void {
  into.rows = rows;
  into.rowCount = header[ROW_COUNT] as number;
  into.end = header[END] as number;
  into.lineCount = header[LINE_COUNT] as number;
  into.hasComments = header[HAS_COMMENTS] === 1;
  into.hasHead = header[HAS_HEAD] === 1;
}
