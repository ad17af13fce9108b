import { type NameId, type NameTable, ROOT } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';

/** The name itself was looked up. */
const ABSENT = 1;
/** The name is in the list of those below its parent. */
const LISTED = 2;

/**
 * Names that were looked up and do not exist, or only by a wildcard, to be found from any name above them. A name that
 * exists now may still be among them.
 *
 * Invariant: an absent name and all names above it, but for the root, are each in the list of the names below its parent.
 */
export class AbsentNames {
  readonly #names: NameTable;
  #flags = new Uint8Array(0);
  /** By name: the first of the names below it, and the next one below its parent, each and 1. */
  #firstBelow = new Int32Array(0);
  #nextBeside = new Int32Array(0);

  constructor(names: NameTable) {
    this.#names = names;
  }

  add(name: NameId): void {
    // With its parent all names above one are there.
    this.#names.parent(name);
    if (this.#names.count > this.#flags.length) this.#grow(Math.max(this.#names.count, this.#flags.length * 2));
    const flags = this.#flags;
    if (((flags[name] as number) & ABSENT) !== 0) return;
    flags[name] = (flags[name] as number) | ABSENT;
    for (let node = name; node > ROOT && ((flags[node] as number) & LISTED) === 0; ) {
      flags[node] = (flags[node] as number) | LISTED;
      const parent = this.#names.parent(node);
      this.#nextBeside[node] = this.#firstBelow[parent] as number;
      this.#firstBelow[parent] = node + 1;
      node = parent;
    }
  }

  /** The absent names at and below a name. */
  *atOrBelow(above: NameId): Generator<NameId> {
    const left = [above];
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      if (((this.#flags[name] ?? 0) & ABSENT) !== 0) yield name;
      for (let child = (this.#firstBelow[name] ?? 0) - 1; child >= 0; child = (this.#nextBeside[child] as number) - 1)
        left.push(child);
    }
  }

  #grow(capacity: number): void {
    this.#flags = grown(this.#flags, capacity);
    this.#firstBelow = grown(this.#firstBelow, capacity);
    this.#nextBeside = grown(this.#nextBeside, capacity);
  }
}
