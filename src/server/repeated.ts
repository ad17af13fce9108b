/**
 * Work that takes in a state as a whole. Whoever wants it done while it is going on shares the next run, which sees all
 * that is by then: so the last state counts, whichever answers come late.
 *
 * Invariant: never do two runs go on at a time, and one waits at most.
 */
export class Repeated {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | undefined;
  #waiting: Promise<void> | undefined;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  run(): Promise<void> {
    if (this.#waiting) return this.#waiting;
    if (!this.#running) return this.#begin();
    this.#waiting = this.#running
      .catch(() => {})
      .then(() => {
        this.#waiting = undefined;
        return this.#begin();
      });
    return this.#waiting;
  }

  #begin(): Promise<void> {
    const running = this.#work().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }
}
