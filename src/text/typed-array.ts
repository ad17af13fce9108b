/** A copy of a typed array with room for `capacity` items. */
export function grown<T extends Uint8Array | Uint16Array | Int32Array | Uint32Array>(array: T, capacity: number): T {
  const larger = new (array.constructor as new (length: number) => T)(capacity);
  larger.set(array);
  return larger;
}
