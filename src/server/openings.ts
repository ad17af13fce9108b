import type { SessionParts } from './session-parts.ts';
import type { Path } from './uri.ts';

/** So many documents are taken in together, before messages are looked at; more than these at once are a flood. */
const AT_ONCE = 16;
/** Milliseconds without another one after which those of a flood are taken in. */
const REST = 100;
/** More than these are not waited for. */
const MOST_WAITING = 10_000;
/** Milliseconds that questions, and the next documents, wait at most until what was taken in is read. */
const LONGEST_WAIT = 1000;

interface Opened extends Omit<SessionParts, 'readings'> {
  readings: number;
}

/**
 * Documents that an editor has opened, in the order in which they came, until they are taken in. An editor opens one, or
 * a few; where thousands come at once, questions about other documents are not to wait for all of them.
 *
 * Invariants: while any waits it counts as a reading, so that nothing is said that it may settle, and `#run` is under way.
 */
export class Openings {
  readonly #session: Opened;
  readonly #waiting = new Map<Path, () => void>();
  #whenTaken: (() => void)[] = [];
  #isRunning = false;
  #isStopped = false;

  constructor(session: Opened) {
    this.#session = session;
  }

  /** A document was opened; `takeIn` is called soon. */
  add(path: Path, takeIn: () => void): void {
    this.take(path);
    if (this.#isStopped) return;
    if (this.#waiting.size === 0) this.#session.readings++;
    this.#waiting.set(path, takeIn);
    if (!this.#isRunning) void this.#run();
  }

  /** Takes a document in, if it waits: whatever is about it comes after that. */
  take(path: Path): void {
    const takeIn = this.#waiting.get(path);
    if (!takeIn) return;
    this.#waiting.delete(path);
    if (this.#waiting.size === 0) this.#session.readings--;
    try {
      takeIn();
    } catch (error) {
      this.#session.log(`opening ${path}`, error);
    }
    if (this.#waiting.size === 0) this.#tell();
  }

  /** True where so many wait that questions about others go first. */
  get isFlood(): boolean {
    return this.#waiting.size > (this.#session.host.openedAtOnce ?? AT_ONCE);
  }

  /**
   * What a question waits for, about a document or about all: that what it is about is taken in and read. Where few wait
   * they are taken in for a question about another one too. Undefined where there is nothing to wait for.
   */
  before(about: 'document' | 'all', path: Path | undefined): Promise<void> | undefined {
    const { size } = this.#waiting;
    if (size === 0) return undefined;
    if (path !== undefined) this.take(path);
    if (!this.#takeFew() && about === 'all')
      return new Promise<void>((resolve) => this.#whenTaken.push(resolve)).then(() => this.#whenRead());
    return this.#waiting.size < size ? this.#whenRead() : undefined;
  }

  /** None is taken in any more. */
  stop(): void {
    this.#isStopped = true;
    if (this.#waiting.size > 0) this.#session.readings--;
    this.#waiting.clear();
    this.#tell();
  }

  /** Takes all in if they are few; true where none is left. */
  #takeFew(): boolean {
    if (!this.isFlood) for (const path of this.#waiting.keys()) this.take(path);
    return this.#waiting.size === 0;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    await this.#rest();
    if (!this.#takeFew()) await this.#session.loop.holdWhile(() => this.#takeAll());
    this.#isRunning = false;
  }

  /** Waits until no more come, or until they are a flood. */
  async #rest(): Promise<void> {
    let known: number;
    do {
      known = this.#waiting.size;
      // The next message is handled in the turn after this one.
      await this.#turn();
      await this.#turn();
    } while (this.#waiting.size > known && !this.isFlood);
  }

  /** Takes all in and has them read, some at a time: what others ask goes between. The rules run once, when all are there. */
  async #takeAll(): Promise<void> {
    let known: number;
    do {
      known = this.#waiting.size;
      await new Promise((resolve) => setTimeout(resolve, REST));
    } while (this.#waiting.size > known && known < MOST_WAITING);
    while (this.#waiting.size > 0) {
      for (const path of [...this.#waiting.keys()].slice(0, AT_ONCE)) this.take(path);
      await this.#session.loop.whenIdle(LONGEST_WAIT);
      await this.#turn();
    }
  }

  async #whenRead(): Promise<void> {
    const { host, project, store } = this.#session;
    const end = host.now() + LONGEST_WAIT;
    while ((project.needsAssociation || store.busy) && host.now() < end) await this.#turn();
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => this.#session.host.soon(resolve));
  }

  #tell(): void {
    const told = this.#whenTaken;
    this.#whenTaken = [];
    for (const tell of told) tell();
  }
}
