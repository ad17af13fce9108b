/**
 * By how much the one number grows in which two labels differ, those at `startA` and at `startB` of the bytes; 0 where they
 * are the same, NaN where they differ in anything else.
 */
export function numberStep(bytes: Uint8Array, startA: number, endA: number, startB: number, endB: number): number {
  let a = startA;
  let b = startB;
  for (; a < endA && b < endB && bytes[a] === bytes[b]; a++) b++;
  const codeA = bytes[a] as number;
  const codeB = bytes[b] as number;
  // Nine of ten times only the last digit is another.
  if (a === endA - 1 && b === endB - 1 && isDigit(codeA) && isDigit(codeB)) return codeB - codeA;
  for (; a > startA && isDigit(bytes[a - 1] as number); a--) b--;
  if (a === endA || b === endB || !isDigit(bytes[a] as number) || !isDigit(bytes[b] as number))
    return a === endA && b === endB ? 0 : Number.NaN;
  let before = 0;
  let after = 0;
  for (; a < endA && isDigit(bytes[a] as number); a++) before = before * 10 + (bytes[a] as number) - 48;
  for (; b < endB && isDigit(bytes[b] as number); b++) after = after * 10 + (bytes[b] as number) - 48;
  if (endA - a !== endB - b) return Number.NaN;
  for (; a < endA; a++, b++) if (bytes[a] !== bytes[b]) return Number.NaN;
  return after - before;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
