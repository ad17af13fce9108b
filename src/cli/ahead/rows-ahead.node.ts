import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlainRows, RowsAhead } from '../../syntax/plain-rows.ts';
import { makeRing, RingTaker } from './row-ring.ts';

/** Smaller files are read before a thread has started. */
const LEAST_SHARED = 8 * 1024 ** 2;

/** Has a second thread cut large files into words while this one makes records of them. */
export class ThreadAhead implements RowsAhead {
  readonly #program: string;
  /** Counts how often the thread was to look for work. */
  readonly #wakes = new SharedArrayBuffer(4);
  readonly #takers = new Map<Uint8Array, RingTaker>();
  #worker: Worker | undefined;

  /** `program` is what the thread runs. */
  constructor(program: string) {
    this.#program = program;
  }

  /** Room for a file's bytes: where it is large such as the thread can read. */
  readonly allocate = (size: number): Uint8Array => {
    if (size < LEAST_SHARED || availableParallelism() < 2 || !existsSync(this.#program))
      return Buffer.allocUnsafeSlow(size);
    return new Uint8Array(new SharedArrayBuffer(size));
  };

  take(codes: Uint8Array, offset: number, rows: PlainRows): boolean {
    if (!(codes.buffer instanceof SharedArrayBuffer)) return false;
    let taker = this.#takers.get(codes);
    if (!taker) {
      taker = this.#begin(codes);
      this.#takers.set(codes, taker);
    }
    return taker.take(offset, rows);
  }

  /** Has the thread begin with a text. */
  #begin(text: Uint8Array): RingTaker {
    // Not before the files are read: that would only be slower for it.
    this.#worker ??= this.#start();
    const memory = makeRing();
    this.#worker.postMessage({ text, memory });
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
