import type { ServerHost } from './host.ts';

/** Milliseconds that work waits at most while messages come one upon the other. */
const LONGEST = 16;

/**
 * Work between messages. Where they come in a flood, a slice of work after each of them would keep all those behind it
 * waiting: it waits for a moment without any, but not for long.
 */
export class BetweenMessages {
  readonly #host: ServerHost;
  #count = 0;

  constructor(host: ServerHost) {
    this.#host = host;
  }

  /** A message has come. */
  message(): void {
    this.#count++;
  }

  /** Runs something after the messages that have come in. */
  soon(run: () => void): void {
    const end = this.#host.now() + LONGEST;
    const look = (seen: number): void =>
      this.#host.soon(() => {
        if (this.#count === seen || this.#host.now() >= end) run();
        else look(this.#count);
      });
    look(this.#count);
  }
}
