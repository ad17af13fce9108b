import { SPF, TAGGED } from './draft.ts';

const EQUALS = 61;
const BACKSLASH = 92;
const QUOTE = 34;
const SPF_START = [118, 61, 115, 112, 102, 49];
const OLD_SPF_START = [115, 112, 102];
const COLON_START = [118, 58, 115];

/** What the text of a TXT record shows at a glance; its strings stand from the first one's start to the last one's end. */
export function textFlags(codes: Uint8Array, start: number, end: number): number {
  const from = codes[start] === QUOTE ? start + 1 : start;
  if (begins(codes, from, SPF_START)) return SPF | TAGGED;
  // `spf2.0/pra`, and what was meant as an SPF record without its tag, or with a colon behind it.
  return hasEquals(codes, start, end) || begins(codes, from, OLD_SPF_START) || begins(codes, from, COLON_START)
    ? TAGGED
    : 0;
}

/** An equals sign, also as `\\061`, which begins like all escapes. */
function hasEquals(codes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (codes[at] === EQUALS || codes[at] === BACKSLASH) return true;
  return false;
}

function begins(codes: Uint8Array, at: number, letters: readonly number[]): boolean {
  for (let i = 0; i < letters.length; i++)
    if (((codes[at + i] ?? 0) | 32) !== ((letters[i] as number) | 32)) return false;
  return true;
}
