/** One that waits for a time to pass. The links and the time are kept by the list that it stands in. */
export interface Waiter<T> {
  /** Milliseconds on the clock of the list. */
  due: number;
  previous: T | undefined;
  next: T | undefined;
  /** The time has passed; it no longer stands in the list. */
  late(): void;
}

/** What the list asks of its surroundings. */
export interface WaitsClock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

/**
 * Those that wait equally long, in one list with one timer: of a large network there are tens of thousands, and nearly none
 * waits to the end. The links stand in the waiters themselves, so that nothing holds on to one that has left.
 *
 * Invariant: who came first is due first; while the list has waiters, a timer will look at it.
 */
export class QuestionWaits<T extends Waiter<T>> {
  readonly #milliseconds: number;
  readonly #clock: WaitsClock;
  #first: T | undefined;
  #last: T | undefined;
  #isAwaited = false;

  constructor(milliseconds: number, clock: WaitsClock) {
    this.#milliseconds = milliseconds;
    this.#clock = clock;
  }

  /** Begins a wait; the waiter stands in no list. */
  add(waiter: T): void {
    waiter.due = this.#clock.now() + this.#milliseconds;
    waiter.previous = this.#last;
    waiter.next = undefined;
    if (this.#last) this.#last.next = waiter;
    else this.#first = waiter;
    this.#last = waiter;
    this.#look();
  }

  /** Ends a wait, if it goes on. */
  remove(waiter: T): void {
    const { previous, next } = waiter;
    if (!previous && this.#first !== waiter) return;
    if (previous) previous.next = next;
    else this.#first = next;
    if (next) next.previous = previous;
    else this.#last = previous;
    waiter.previous = undefined;
    waiter.next = undefined;
  }

  /** All that wait now, in their order. */
  all(): T[] {
    const found: T[] = [];
    for (let one = this.#first; one; one = one.next) found.push(one);
    return found;
  }

  /** Looks again when the first one is due. */
  #look(): void {
    if (this.#isAwaited || !this.#first) return;
    this.#isAwaited = true;
    const milliseconds = Math.max(1, Math.ceil(this.#first.due - this.#clock.now()));
    this.#clock.later(() => {
      this.#isAwaited = false;
      this.#wake();
      this.#look();
    }, milliseconds);
  }

  #wake(): void {
    const now = this.#clock.now();
    // Who waits again is due later than now, and stands behind all that are due.
    for (let first = this.#first; first && first.due <= now; first = this.#first) {
      this.remove(first);
      first.late();
    }
  }
}
