import type { ServerHost } from './host.ts';

/** So many messages one upon the other are a flood: what an editor sends with a keystroke is none. */
const FLOOD = 20;
/** Milliseconds that work waits at most in a flood. */
const LONGEST = 100;

/**
 * Work between messages: a slice of it after each one, so that a question behind a change finds the text read. In a flood
 * that would keep all those behind waiting: there it waits for a moment without any, but not for long.
 */
export class BetweenMessages {
  readonly #host: ServerHost;
  /** Messages since the last turn without any. */
  #count = 0;

  constructor(host: ServerHost) {
    this.#host = host;
  }

  /** A message has come. */
  message(): void {
    if (this.#count++ === 0) this.#watch(0);
  }

  /** Runs something after the messages that have come in. */
  soon(run: () => void): void {
    const end = this.#host.now() + LONGEST;
    const look = (): void =>
      this.#host.soon(() => {
        if (this.#count < FLOOD || this.#host.now() >= end) run();
        else look();
      });
    look();
  }

  #watch(seen: number): void {
    this.#host.soon(() => {
      if (this.#count === seen) this.#count = 0;
      else this.#watch(this.#count);
    });
  }
}
