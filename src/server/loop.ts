import type { CancellationToken } from 'vscode-languageserver';
import type { ServerHost } from './host.ts';

/** Milliseconds that the engine works at a stretch before messages are looked at. */
const SLICE = 8;

/** Work that can be done in slices. */
export interface Sliced {
  /** Works until `isOver` or until nothing is left to do; true where nothing is. */
  step(isOver: () => boolean): boolean;
}

/**
 * Runs the engine in slices between messages, so that requests are answered while it works. While it `isHeld`, more is
 * still to come: what is there is worked off, but nothing counts as settled.
 *
 * Invariant: while `#isIdle` is false a slice is scheduled.
 */
export class EngineLoop {
  readonly #host: ServerHost;
  readonly #work: Sliced;
  readonly #onSettled: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #waiting = new Set<() => void>();
  #isIdle = true;
  #holds = 0;
  #isStopped = false;

  constructor(host: ServerHost, work: Sliced, on: { settled: () => void; error: (error: unknown) => void }) {
    this.#host = host;
    this.#work = work;
    this.#onSettled = on.settled;
    this.#onError = on.error;
  }

  /** True where nothing is left to do. */
  get isSettled(): boolean {
    return this.#isIdle && this.#holds === 0;
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  /** Something has changed: the engine is run until it is done. */
  wake(): void {
    if (!this.#isIdle || this.#isStopped) return;
    this.#isIdle = false;
    this.#host.soon(() => this.#run());
  }

  /** Holds the rules until the work that brings more is over, whether it succeeds or not. */
  async holdWhile(work: () => Promise<void>): Promise<void> {
    this.#holds++;
    try {
      await work();
    } finally {
      this.#holds--;
      this.wake();
    }
  }

  /** Nothing more is done. */
  stop(): void {
    this.#isStopped = true;
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves when all is done, or cancelled, or after so many milliseconds; true where all is done. */
  whenSettled(milliseconds: number, token?: CancellationToken): Promise<boolean> {
    return this.#when(() => this.isSettled, milliseconds, token);
  }

  /** Resolves when all that has come is worked off, though more may be still to come. */
  whenIdle(milliseconds: number): Promise<boolean> {
    return this.#when(() => this.#isIdle, milliseconds, undefined);
  }

  #when(isDone: () => boolean, milliseconds: number, token: CancellationToken | undefined): Promise<boolean> {
    if (isDone()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const look = () => {
        if (isDone() || this.#isStopped) end();
      };
      const end = () => {
        clearTimeout(timer);
        cancellation?.dispose();
        this.#waiting.delete(look);
        resolve(isDone());
      };
      const timer = setTimeout(end, milliseconds);
      const cancellation = token?.onCancellationRequested(end);
      this.#waiting.add(look);
    });
  }

  #run(): void {
    if (this.#isStopped) return;
    const end = this.#host.now() + SLICE;
    let isDone = true;
    try {
      isDone = this.#work.step(() => this.#host.now() >= end);
    } catch (error) {
      this.#onError(error);
    }
    if (!isDone) {
      this.#host.soon(() => this.#run());
      return;
    }
    this.#isIdle = true;
    for (const look of [...this.#waiting]) look();
    if (this.isSettled) this.#onSettled();
  }
}
