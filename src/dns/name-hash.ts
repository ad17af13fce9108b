/** Octets in lower case (RFC 4343). */
export const LOWER = new Uint8Array(256).map((_, code) => (code >= 65 && code <= 90 ? code + 32 : code));

/** The last octet only picks a place in a group of 16: names that count up then lie side by side in memory. */
export function hashOf(parent: number, codes: Uint8Array, start: number, end: number): number {
  const last = end - 1;
  let hash = Math.imul(parent + 0x9e37, 0x9e3779b1);
  for (let i = start; i < last; i++) hash = Math.imul(hash ^ (LOWER[codes[i] as number] as number), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash & ~15) | ((codes[last] as number) & 15);
}

/** Where a new name with a hash goes. */
export function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while ((slots[slot + 1] as number) >= 0) slot = (slot + 2) & mask;
  return slot;
}

/** Slots for so many names with a third of them free, a power of two. */
export function slotsFor(names: number): number {
  return 2 ** Math.max(6, Math.ceil(Math.log2(names * 1.6)));
}
