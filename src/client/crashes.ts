import { phrase } from '../language/phrase.ts';

/** So many ends of the server in so short a time are no accident: it is not started by itself any more. */
const MOST = 5;
const WITHIN_MS = 3 * 60_000;

/** The values of the client library's `CloseAction` and `ErrorAction`. */
const DO_NOT_RESTART = 1;
const RESTART = 2;
const CONTINUE = 1;

/** What a person may choose where the server stays away. */
export type Choice = 'restart' | 'report' | undefined;

/** What is done about a server that ends again and again. */
export interface CrashHelp {
  /** Milliseconds from some moment on. */
  readonly now: () => number;
  /** Tells the person, who may choose. */
  readonly ask: (message: string) => PromiseLike<Choice>;
  readonly restart: () => Promise<void>;
  readonly report: () => Promise<void>;
  /** The server has ended: what it found is about to be forgotten. */
  readonly keepFindings: () => void;
  readonly log: (error: unknown) => void;
}

/**
 * Starts a server that ended anew, until it has ended five times in three minutes: then a person decides.
 *
 * Invariant: `#ends` has the moments at which it ended within the last three minutes.
 */
export class Crashes {
  readonly #help: CrashHelp;
  #ends: number[] = [];

  constructor(help: CrashHelp) {
    this.#help = help;
  }

  /** A message could not be sent or read: the next one may. */
  error(): { readonly action: typeof CONTINUE } {
    return { action: CONTINUE };
  }

  /** The server has ended, and nobody asked it to. */
  closed(): { readonly action: typeof DO_NOT_RESTART | typeof RESTART; readonly handled: true } {
    const { now, log } = this.#help;
    this.#help.keepFindings();
    const at = now();
    this.#ends = [...this.#ends.filter((end) => at - end < WITHIN_MS), at];
    if (this.#ends.length < MOST) return { action: RESTART, handled: true };
    this.#ends = [];
    this.#askPerson().catch(log);
    return { action: DO_NOT_RESTART, handled: true };
  }

  async #askPerson(): Promise<void> {
    const { ask, restart, report } = this.#help;
    const choice = await ask(
      phrase`The server of Zonewright has ended five times in three minutes: zone files are not checked until it is started again, and what was found before is marked as stale`,
    );
    if (choice === 'restart') await restart();
    else if (choice === 'report') await report();
  }
}
