import type { NameId } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';

const NONE: readonly NameId[] = [];
/** The keys of a name stand in a set of their own. */
const SEVERAL = -1;
/** Of a name with more keys than these they are not told apart: to check all names again takes not much longer. */
export const MOST_KEYS = 4096;
const MANY = -2;

/**
 * For names that were looked at from further away, the keys to check again when their answers change. Most have one key,
 * which stands there without a set of its own.
 *
 * Invariant: by name the one key and 1, 0 where there is none, SEVERAL where `#sets` has them, MANY where they are not kept.
 */
export class Watches {
  #only = new Int32Array(0);
  readonly #sets = new Map<NameId, Set<NameId>>();
  /** How many names have keys. */
  #size = 0;
  readonly #mostKeys: number;

  /** `mostKeys` is how many keys of a name are told apart. */
  constructor(mostKeys = Number.POSITIVE_INFINITY) {
    this.#mostKeys = mostKeys;
  }

  get size(): number {
    return this.#size;
  }

  add(name: NameId, key: NameId): void {
    if (name >= this.#only.length) this.#only = grown(this.#only, Math.max(name + 1024, this.#only.length * 2));
    const known = this.#only[name] as number;
    if (known === key + 1 || known === MANY) return;
    if (known === SEVERAL) this.#addTo(name, key);
    else if (known === 0) {
      this.#only[name] = key + 1;
      this.#size++;
    } else {
      this.#only[name] = SEVERAL;
      this.#sets.set(name, new Set([known - 1, key]));
    }
  }

  #addTo(name: NameId, key: NameId): void {
    const set = this.#sets.get(name)?.add(key);
    if (!set || set.size <= this.#mostKeys) return;
    this.#sets.delete(name);
    this.#only[name] = MANY;
  }

  delete(name: NameId, key: NameId): void {
    const known = this.#only[name] ?? 0;
    const set = known === SEVERAL ? this.#sets.get(name) : undefined;
    if (known !== key + 1 && !(set?.delete(key) && set.size === 0)) return;
    this.#sets.delete(name);
    this.#only[name] = 0;
    this.#size--;
  }

  /** Whether so many keys look at a name that they are not told apart. */
  isOfMany(name: NameId): boolean {
    return this.#only[name] === MANY;
  }

  /** Takes away all keys of a name. */
  forget(name: NameId): void {
    if ((this.#only[name] ?? 0) === 0) return;
    this.#sets.delete(name);
    this.#only[name] = 0;
    this.#size--;
  }

  keysOf(name: NameId): Iterable<NameId> {
    const known = this.#only[name] ?? 0;
    if (known === 0 || known === MANY) return NONE;
    return known === SEVERAL ? (this.#sets.get(name) ?? NONE) : [known - 1];
  }
}
