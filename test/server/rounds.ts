import type { Scope } from './editor.ts';
import { UNITS } from './units.ts';
import { VirtualTime } from './virtual-time.ts';

/** What one round of so many steps has and a fresh server has not; undefined where nothing differs. */
export type Difference = (t: Scope, time: VirtualTime, seed: number, steps: number) => Promise<string | undefined>;

/** Rounds of random steps, by seed. */
export class Rounds {
  readonly #difference: Difference;
  readonly #perLook: readonly number[];

  /**
   * `perLook` are the milliseconds that pass with a look at the clock, in different rounds: on fast machines no work is ever
   * interrupted.
   */
  constructor(difference: Difference, perLook: readonly number[]) {
    this.#difference = difference;
    this.#perLook = perLook;
  }

  /** One round: what differs, where anything does. Its servers are gone when it is over. */
  async one(seed: number, steps: number): Promise<string | undefined> {
    const time = new VirtualTime(this.#perLook[Math.floor(seed / UNITS.length) % this.#perLook.length] ?? 0);
    const ends: (() => unknown)[] = [];
    return time.during(async () => {
      try {
        return await this.#difference({ after: (end) => ends.push(end) }, time, seed, steps);
      } finally {
        for (const end of ends) await end();
      }
    });
  }

  /** Rounds from a seed on. Gives what differs in the first that does. */
  async from(first: number, count: number, steps: number): Promise<string | undefined> {
    for (let seed = first; seed < first + count; seed++) {
      const found = await this.one(seed, steps);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Some turns of the event loop: a disk that answers late lets messages overtake its answers. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
