import { type NameId, NO_NAME } from '../dns/name-table.ts';
import type { Zone } from './instance.ts';

/** So many parents are kept, each in the place of its low bits. A power of two. */
const PARENTS_KEPT = 256;

/**
 * The zones that answer for the names below parents: the names of a zone have few parents.
 *
 * Invariant: what is kept was found at `#version` of the view, in which no zone and no delegation has changed since.
 */
export class ParentZones {
  readonly #parents = new Int32Array(PARENTS_KEPT);
  readonly #zones: (Zone | undefined)[] = new Array(PARENTS_KEPT).fill(undefined);
  readonly #find: (parent: NameId) => Zone | undefined;
  #version = -1;

  constructor(find: (parent: NameId) => Zone | undefined) {
    this.#find = find;
  }

  of(parent: NameId, version: number): Zone | undefined {
    if (this.#version !== version) {
      this.#version = version;
      this.#parents.fill(NO_NAME);
    }
    const place = parent & (PARENTS_KEPT - 1);
    if (this.#parents[place] !== parent) {
      this.#parents[place] = parent;
      this.#zones[place] = this.#find(parent);
    }
    return this.#zones[place];
  }
}
