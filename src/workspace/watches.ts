import type { NameId } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';

const NONE: readonly NameId[] = [];
/** The keys of a name stand in a set of their own. */
const MANY = -1;

/**
 * For names that were looked at from further away, the keys to check again when their answers change. Most have one key,
 * which stands there without a set of its own.
 *
 * Invariant: by name the one key and 1, 0 where there is none, MANY where `#sets` has them.
 */
export class Watches {
  #only = new Int32Array(0);
  readonly #sets = new Map<NameId, Set<NameId>>();
  /** How many names have keys. */
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(name: NameId, key: NameId): void {
    if (name >= this.#only.length) this.#only = grown(this.#only, Math.max(name + 1024, this.#only.length * 2));
    const known = this.#only[name] as number;
    if (known === key + 1) return;
    if (known === MANY) this.#sets.get(name)?.add(key);
    else if (known === 0) {
      this.#only[name] = key + 1;
      this.#size++;
    } else {
      this.#only[name] = MANY;
      this.#sets.set(name, new Set([known - 1, key]));
    }
  }

  delete(name: NameId, key: NameId): void {
    const known = this.#only[name] ?? 0;
    const set = known === MANY ? this.#sets.get(name) : undefined;
    if (known !== key + 1 && !(set?.delete(key) && set.size === 0)) return;
    this.#sets.delete(name);
    this.#only[name] = 0;
    this.#size--;
  }

  keysOf(name: NameId): Iterable<NameId> {
    const known = this.#only[name] ?? 0;
    if (known === 0) return NONE;
    return known === MANY ? (this.#sets.get(name) ?? NONE) : [known - 1];
  }
}
