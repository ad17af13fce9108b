import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlainRows, RowsAhead } from '../../syntax/plain-rows.ts';
import { makeRing, RingTaker } from './row-ring.ts';
import { loneText, type SharedTexts, Shelf } from './shared-texts.ts';

/** Less is read before a thread has started, a large file or many small ones. */
const LEAST_SHARED = 8 * 1024 ** 2;
/** Of smaller files little can be read before they are wanted. */
const LEAST_KEPT = 16 * 1024;

/** Has a second thread cut files into words while this one makes records of them. */
export class ThreadAhead implements RowsAhead {
  readonly #program: string;
  /** Counts how often the thread was to look for work. */
  readonly #wakes = new SharedArrayBuffer(4);
  readonly #takers = new Map<ArrayBufferLike, RingTaker>();
  /** Those that the thread does not know yet, by their memory. */
  readonly #shelves = new Map<ArrayBufferLike, Shelf>();
  #lastShelf: Shelf | undefined;
  /** Bytes on shelves. */
  #kept = 0;
  #worker: Worker | undefined;
  #isStartable: boolean | undefined;

  /** `program` is what the thread runs. */
  constructor(program: string) {
    this.#program = program;
  }

  /** Room for a file's bytes: where it is large such as the thread can read. */
  readonly allocate = (size: number): Uint8Array =>
    size < LEAST_SHARED || !this.#canStart()
      ? Buffer.allocUnsafeSlow(size)
      : new Uint8Array(new SharedArrayBuffer(size));

  /** The bytes of a file, beside those of the one before where they are few: files are read in the order in which they are kept. */
  readonly keep = (bytes: Uint8Array): Uint8Array => {
    if (bytes.length < LEAST_KEPT || bytes.length >= LEAST_SHARED || !this.#canStart()) return bytes;
    this.#kept += bytes.length;
    return this.#lastShelf?.add(bytes) ?? this.#newShelf().add(bytes) ?? bytes;
  };

  take(codes: Uint8Array, offset: number, rows: PlainRows): boolean {
    if (!(codes.buffer instanceof SharedArrayBuffer)) return false;
    let taker = this.#takers.get(codes.buffer);
    if (!taker) {
      const shelf = this.#shelves.get(codes.buffer);
      if (shelf && this.#kept < LEAST_SHARED) return false;
      taker = this.#begin(shelf ? { bytes: shelf.bytes, ends: shelf.ends } : loneText(codes));
      this.#takers.set(codes.buffer, taker);
      this.#shelves.delete(codes.buffer);
    }
    return taker.take(codes.byteOffset + offset, rows);
  }

  #canStart(): boolean {
    this.#isStartable ??= availableParallelism() > 1 && existsSync(this.#program);
    return this.#isStartable;
  }

  #newShelf(): Shelf {
    this.#lastShelf = new Shelf();
    this.#shelves.set(this.#lastShelf.bytes.buffer, this.#lastShelf);
    return this.#lastShelf;
  }

  /** Has the thread begin with texts. */
  #begin(texts: SharedTexts): RingTaker {
    // Not before the files are read: that would only be slower for it.
    this.#worker ??= this.#start();
    const memory = makeRing();
    this.#worker.postMessage({ texts, memory });
    const wakes = new Int32Array(this.#wakes);
    return new RingTaker(memory, () => {
      Atomics.add(wakes, 0, 1);
      Atomics.notify(wakes, 0);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { workerData: this.#wakes });
    // Without it all is read as it is on one processor.
    worker.on('error', () => {});
    worker.unref();
    return worker;
  }
}
