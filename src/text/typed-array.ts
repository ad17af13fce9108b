type TypedArray = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

const LARGE = 2 ** 20;

/**
 * Zeros of the same kind as an array. Many of them lie in shared memory where there is such: of the other kind V8 counts
 * the bytes, and collects garbage again and again while tables grow that are never garbage.
 */
export function zeros<T extends TypedArray>(like: T, length: number): T {
  const kind = like.constructor as new (of: number | SharedArrayBuffer) => T;
  const size = length * like.BYTES_PER_ELEMENT;
  return new kind(size < LARGE || typeof SharedArrayBuffer === 'undefined' ? length : new SharedArrayBuffer(size));
}

/** A copy of the first `used` items of a typed array with room for `capacity`. */
export function grown<T extends TypedArray>(array: T, capacity: number, used = array.length): T {
  const larger = zeros(array, capacity);
  larger.set(used < array.length ? array.subarray(0, used) : array);
  return larger;
}

const STEP_SHIFT = 10;

/**
 * Makes room in an array that is appended to: while its last quarter fills, it is copied into a larger one bit by bit, so
 * that no single item costs a copy of all. What was appended is changed by `change` only.
 */
export class AppendRoom<T extends Uint8Array | Int32Array> {
  #larger: T | undefined;
  #copied = 0;

  /** The array into which `more` items may be put behind the `used` ones: the same, or the larger one. */
  behind(array: T, used: number, more: number): T {
    if (used + more <= array.length - (array.length >> 2)) return array;
    const isFull = used + more > array.length;
    if (!isFull && used >> STEP_SHIFT === (used + more) >> STEP_SHIFT) return array;
    this.#larger ??= zeros(array, array.length * 2 + more);
    const end = isFull ? used : Math.min(used, this.#copied + (8 << STEP_SHIFT));
    this.#larger.set(array.subarray(this.#copied, end), this.#copied);
    this.#copied = end;
    return isFull ? this.#take(this.#larger) : array;
  }

  /** Changes an item that was appended, in the copy too. */
  change(array: T, index: number, value: number): void {
    array[index] = value;
    if (this.#larger && index < this.#copied) this.#larger[index] = value;
  }

  /** The array was exchanged for another: what was copied of it counts no more. */
  restart(): void {
    this.#larger = undefined;
    this.#copied = 0;
  }

  #take(larger: T): T {
    this.restart();
    return larger;
  }
}
