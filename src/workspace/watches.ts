import type { NameId } from '../dns/name-table.ts';

const NONE: readonly NameId[] = [];

/**
 * For names that were looked at from further away, the keys to check again when their answers change. Most have one key,
 * which stands there without a set of its own.
 */
export class Watches {
  readonly #keys = new Map<NameId, NameId | Set<NameId>>();

  add(name: NameId, key: NameId): void {
    const known = this.#keys.get(name);
    if (known === undefined) this.#keys.set(name, key);
    else if (typeof known === 'object') known.add(key);
    else if (known !== key) this.#keys.set(name, new Set([known, key]));
  }

  delete(name: NameId, key: NameId): void {
    const known = this.#keys.get(name);
    if (typeof known === 'object') {
      known.delete(key);
      if (known.size === 0) this.#keys.delete(name);
    } else if (known === key) this.#keys.delete(name);
  }

  /** The names that have keys. */
  get size(): number {
    return this.#keys.size;
  }

  keysOf(name: NameId): Iterable<NameId> {
    const known = this.#keys.get(name);
    if (known === undefined) return NONE;
    return typeof known === 'object' ? known : [known];
  }
}
