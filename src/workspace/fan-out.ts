import type { NameId } from '../dns/name-table.ts';

/**
 * Names whose incoming records are to be made dirty later, each with how many aliases were followed to it; first in, first
 * out. A map that is emptied while it is gone through slows down with its size, so the order stands in a list of its own.
 */
export class FanOut {
  readonly #depths = new Map<NameId, number>();
  #names: NameId[] = [];
  #first = 0;

  get size(): number {
    return this.#depths.size;
  }

  /** Of a name that waits already the shorter way counts. */
  add(name: NameId, depth: number): void {
    const known = this.#depths.get(name);
    if (known === undefined) this.#names.push(name);
    if (known === undefined || depth < known) this.#depths.set(name, depth);
  }

  /** Takes out the name that has waited longest; undefined where none waits. */
  take(): { readonly name: NameId; readonly depth: number } | undefined {
    const name = this.#names[this.#first];
    if (name === undefined) return undefined;
    const depth = this.#depths.get(name) ?? 0;
    this.#depths.delete(name);
    if (++this.#first === this.#names.length) this.clear();
    return { name, depth };
  }

  clear(): void {
    this.#depths.clear();
    this.#names = [];
    this.#first = 0;
  }
}
