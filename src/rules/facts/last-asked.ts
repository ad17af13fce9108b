const KEPT = 8;

/**
 * What was worked out of the things that were asked about last: the rules at one name ask of the same few, a million times.
 * A `WeakMap` would do the same, and half of such a check would go into clearing it up.
 */
export class LastAsked<K extends object, V> {
  readonly #keys: (K | undefined)[] = new Array(KEPT).fill(undefined);
  readonly #values: (V | undefined)[] = new Array(KEPT).fill(undefined);
  #next = 0;

  get(key: K): V | undefined {
    const at = this.#keys.indexOf(key);
    return at < 0 ? undefined : this.#values[at];
  }

  set(key: K, value: V): void {
    this.#keys[this.#next] = key;
    this.#values[this.#next] = value;
    this.#next = (this.#next + 1) % KEPT;
  }
}
