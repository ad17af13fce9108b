interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * Time that passes when a test says so: what waits by the clock is over at once, and what follows what depends on nothing
 * but the seed.
 *
 * Invariant: timers run in `pass` only, in the order in which they are due.
 */
export class VirtualTime {
  /** Milliseconds. */
  #now = 0;
  #lastId = 0;
  readonly #timers = new Map<number, Timer>();
  readonly #perLook: number;

  /** `perLook` milliseconds pass with each look at the clock: work that is done in slices rests that soon. */
  constructor(perLook: number) {
    this.#perLook = perLook;
  }

  /** Does work in which all timers are those of this time. There is one such work at a time. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const { setTimeout, clearTimeout } = globalThis;
    const set = (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): number => {
      this.#timers.set(++this.#lastId, { due: this.#now + ms, run: () => run(...values) });
      return this.#lastId;
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: (id: number) => this.#timers.delete(id) });
    try {
      return await work();
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
    }
  }

  /** What a host's clock says. */
  readonly look = (): number => {
    this.#now += this.#perLook;
    return this.#now;
  };

  /** Lets time pass; what is due is run in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(); next && next[1].due <= end; next = this.#next()) {
      const [id, { due, run }] = next;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, due);
      run();
    }
    this.#now = Math.max(this.#now, end);
  }

  #next(): readonly [number, Timer] | undefined {
    let first: readonly [number, Timer] | undefined;
    for (const entry of this.#timers) if (!first || entry[1].due < first[1].due) first = entry;
    return first;
  }
}
