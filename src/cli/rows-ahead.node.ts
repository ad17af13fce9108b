import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlainRows, RowsAhead } from '../syntax/plain-rows.ts';
import { makeRing, RingTaker } from './row-ring.ts';

/** Smaller files are read before a thread has started. */
const LEAST_SHARED = 8 * 1024 ** 2;

/** Has a second thread cut large files into words while this one makes records of them. */
export class ThreadAhead implements RowsAhead {
  readonly #program: string;
  #taker: RingTaker | undefined;

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
    // Not before the files are read: that would only be slower for it.
    this.#taker ??= this.#start();
    return this.#taker.take(codes, offset, rows);
  }

  #start(): RingTaker {
    const memory = makeRing();
    const worker = new Worker(this.#program, { workerData: memory });
    // Without it all is read as it is on one processor.
    worker.on('error', () => {});
    worker.unref();
    return new RingTaker(memory, (text, index) => worker.postMessage({ text, index }));
  }
}
