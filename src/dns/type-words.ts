import { typeCode, typeNames } from './types.ts';

/** Letters, digits and the hyphen as a number below 38; the longest mnemonics fit into a double. */
const BASE = 38;
const LONGEST = 10;
/** No mnemonic is longer, and no `TYPE65535`. */
const LONGEST_WORD = 16;

/** The number of the type that a word names, without a text being made for one that has a mnemonic; -1 where it names none. */
export function typeOfCodes(codes: Uint8Array, start: number, end: number): number {
  const packed = pack(codes, start, end);
  const known = packed < 0 ? undefined : byPacked.get(packed);
  return known ?? (end - start > LONGEST_WORD ? -1 : (typeCode(wordOf(codes, start, end)) ?? -1));
}

function wordOf(codes: Uint8Array, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(codes[at] as number);
  return word;
}

function pack(codes: ArrayLike<number>, start: number, end: number): number {
  if (end - start > LONGEST) return -1;
  let packed = 0;
  for (let i = start; i < end; i++) {
    const code = codes[i] as number;
    const digit =
      code >= 48 && code <= 57
        ? code - 47
        : code >= 65 && code <= 90
          ? code - 54
          : code >= 97 && code <= 122
            ? code - 86
            : code === 45
              ? 37
              : -1;
    if (digit < 0) return -1;
    packed = packed * BASE + digit;
  }
  return packed;
}

const byPacked: ReadonlyMap<number, number> = new Map(
  typeNames().flatMap((name) => {
    const code = typeCode(name);
    const packed = pack(
      [...name].map((letter) => letter.charCodeAt(0)),
      0,
      name.length,
    );
    return code === undefined || packed < 0 ? [] : [[packed, code] as const];
  }),
);
