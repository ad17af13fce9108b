import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { ServerHost } from './host.ts';

/** Milliseconds of work at a stretch before messages are looked at. */
const SLICE = 4;
/** The same for work that nobody waits for. */
const SWEEP_SLICE = 3;
/** How long after the last change that work begins: a person who types is not to notice it. */
const SWEEP_DELAY = 60;

/** Work that can be done in slices: until `isOver`, or until nothing is left to do; true where nothing is. */
export interface Sliced {
  /** What the last changes touch. */
  check(isOver: () => boolean): boolean;
  /** What takes its time, such as looks over whole zones. */
  sweep(isOver: () => boolean): boolean;
}

/**
 * Runs the analysis in slices between messages, so that requests are answered while it works. While it is held, more is
 * still to come: what is there is worked off, but nothing counts as checked.
 *
 * Invariant: unless the phase is `idle`, a slice is scheduled; slices of an earlier round do nothing.
 */
export class EngineLoop {
  readonly #host: ServerHost;
  readonly #work: Sliced;
  readonly #onQuiet: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #waiting = new Set<() => void>();
  #phase: 'idle' | 'checking' | 'sweeping' = 'idle';
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #holds = 0;
  #isStopped = false;

  /** `quiet` is called when what had changed is checked, and again when all is done. */
  constructor(host: ServerHost, work: Sliced, on: { quiet: () => void; error: (error: unknown) => void }) {
    this.#host = host;
    this.#work = work;
    this.#onQuiet = on.quiet;
    this.#onError = on.error;
  }

  /** True where what has changed is checked; looks over whole zones may still be going on. */
  get isChecked(): boolean {
    return this.#phase !== 'checking' && this.#holds === 0;
  }

  /** True where nothing is left to do. */
  get isSettled(): boolean {
    return this.#phase === 'idle' && this.#holds === 0;
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  /** Something has changed: the analysis is run until it is done. */
  wake(): void {
    if (this.#phase === 'checking' || this.#isStopped) return;
    this.#phase = 'checking';
    clearTimeout(this.#timer);
    this.#schedule();
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
    clearTimeout(this.#timer);
    this.#look();
  }

  /** Resolves when what has changed is checked, or cancelled, or after so many milliseconds; true where it is. */
  whenChecked(milliseconds: number, token?: CancellationToken): Promise<boolean> {
    return this.#when(() => this.isChecked, milliseconds, token);
  }

  /** Resolves when all is done, or after so many milliseconds; true where all is done. */
  whenSettled(milliseconds: number): Promise<boolean> {
    return this.#when(() => this.isSettled, milliseconds, undefined);
  }

  /** Resolves when all that has come is worked off, though more may be still to come. */
  whenIdle(milliseconds: number): Promise<boolean> {
    return this.#when(() => this.#phase !== 'checking', milliseconds, undefined);
  }

  #when(isDone: () => boolean, milliseconds: number, token: CancellationToken | undefined): Promise<boolean> {
    if (isDone()) return Promise.resolve(true);
    return new Promise((resolve) => {
      let cancellation: Disposable | undefined;
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
      this.#waiting.add(look);
      cancellation = token?.onCancellationRequested(end);
    });
  }

  #schedule(): void {
    const round = ++this.#round;
    this.#host.soon(() => {
      if (round === this.#round && !this.#isStopped) this.#run();
    });
  }

  #run(): void {
    const isChecking = this.#phase === 'checking';
    const end = this.#host.now() + (isChecking ? SLICE : SWEEP_SLICE);
    const isOver = () => this.#host.now() >= end;
    let isDone = true;
    try {
      isDone = isChecking ? this.#work.check(isOver) : this.#work.sweep(isOver);
    } catch (error) {
      this.#onError(error);
    }
    if (!isDone) {
      this.#schedule();
      return;
    }
    this.#phase = isChecking && this.#holds === 0 ? 'sweeping' : 'idle';
    if (this.#phase === 'sweeping') this.#timer = setTimeout(() => this.#schedule(), SWEEP_DELAY);
    this.#look();
    if (this.#holds === 0) this.#onQuiet();
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}
