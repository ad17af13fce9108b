/** The sum of no types: never 0, which stands for what nobody has summed up. */
export const NO_TYPES = 1;

/** The sum of types with one more. Sums tell sets of types apart, in whatever order their types come. */
export function withType(sum: number, type: number): number {
  return (sum + mixed(type)) | 0;
}

function mixed(type: number): number {
  let mixed = Math.imul(type + 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
