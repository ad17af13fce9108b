/** A number for a type such that sums of them tell sets of types apart. */
export function mixedType(type: number): number {
  let mixed = Math.imul(type + 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
