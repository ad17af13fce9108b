import type { ResolverLimits } from './resolver.ts';

/** Milliseconds for which questions may be saved up: so many may go out at once after a rest. */
const BURST = 500;

/** So many that went out are forgotten together. */
const MOST_GONE = 1024;

/**
 * Lets questions out: no more under way than `concurrency`, and no more a second than `rate`.
 *
 * Invariant: `#underway` is the number of runs that have begun and not ended; `#allowance` what may go out at once.
 */
export class QuestionGate {
  readonly #limits: ResolverLimits;
  readonly #now: () => number;
  readonly #later: (run: () => void, milliseconds: number) => void;
  /** Those that went out are not held on to: what a question was about would stay with them. */
  readonly #waiting: (undefined | (() => void))[] = [];
  #first = 0;
  #underway = 0;
  #allowance: number;
  #countedAt: number;
  #isAwaited = false;

  /** `now` in milliseconds; `later` calls back after so many. */
  constructor(limits: ResolverLimits, now: () => number, later: (run: () => void, milliseconds: number) => void) {
    this.#limits = limits;
    this.#now = now;
    this.#later = later;
    this.#allowance = this.#most;
    this.#countedAt = now();
  }

  /** Calls back when the question may go out; its end is told by `leave`. */
  enter(run: () => void): void {
    const isFirst = this.#first === this.#waiting.length && this.#underway < this.#limits.concurrency;
    if (isFirst && this.#isAllowed()) {
      this.#underway++;
      run();
      return;
    }
    this.#waiting.push(run);
    this.#letOut();
  }

  /** A question has ended. */
  leave(): void {
    this.#underway--;
    this.#letOut();
  }

  get #most(): number {
    return Math.max(1, (this.#limits.rate * BURST) / 1000);
  }

  #letOut(): void {
    while (this.#first < this.#waiting.length && this.#underway < this.#limits.concurrency) {
      if (!this.#isAllowed()) return;
      const run = this.#waiting[this.#first];
      this.#waiting[this.#first++] = undefined;
      this.#underway++;
      if (this.#first > MOST_GONE) {
        this.#waiting.splice(0, this.#first);
        this.#first = 0;
      }
      run?.();
    }
  }

  #isAllowed(): boolean {
    const { rate } = this.#limits;
    if (rate <= 0) return true;
    const now = this.#now();
    this.#allowance = Math.min(this.#most, this.#allowance + ((now - this.#countedAt) * rate) / 1000);
    this.#countedAt = now;
    if (this.#allowance >= 1) {
      this.#allowance--;
      return true;
    }
    if (this.#isAwaited) return false;
    this.#isAwaited = true;
    this.#later(
      () => {
        this.#isAwaited = false;
        this.#letOut();
      },
      Math.max(1, Math.ceil(((1 - this.#allowance) * 1000) / rate)),
    );
    return false;
  }
}
