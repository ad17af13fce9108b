import type { NameId } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';

/** How many there are of something at each name: a number a name, as there may be millions. */
export class NameCounts {
  #counts = new Int32Array(0);
  #size = 0;

  /** The names that have any. */
  get size(): number {
    return this.#size;
  }

  has(name: NameId): boolean {
    return (this.#counts[name] ?? 0) > 0;
  }

  add(name: NameId, count: number): void {
    if (name >= this.#counts.length) this.#counts = grown(this.#counts, Math.max(name + 1024, name * 2));
    const before = this.#counts[name] as number;
    const after = Math.max(0, before + count);
    this.#counts[name] = after;
    this.#size += Number(after > 0) - Number(before > 0);
  }

  /** The names that have any, by their numbers. */
  *keys(): Generator<NameId> {
    if (this.#size > 0) for (let name = 0; name < this.#counts.length; name++) if (this.has(name)) yield name;
  }
}
