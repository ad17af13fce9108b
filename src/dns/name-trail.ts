import type { NameId } from './name-id.ts';

/**
 * The names of a column of a text, such as the owners of a zone. Where they follow each other as they did when they were
 * first met, the next one is as far from the last as that was from the one before, and need not be looked for.
 */
export class NameTrail {
  #last: NameId = NOTHING;
  #step = 0;

  /** The name that is likely to come next, below `count`; -1 where none is. */
  guess(count: number): NameId {
    const name = this.#last + this.#step;
    return name < count ? name : NOTHING;
  }

  /** Takes the name that came next, and returns it. */
  follow(name: NameId): NameId {
    this.#step = name - this.#last;
    this.#last = name;
    return name;
  }
}

const NOTHING: NameId = -1;
