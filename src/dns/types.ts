import * as typeCodes from './type-codes.ts';
import { TYPE_ANY, TYPE_KEYDATA, TYPE_MD, TYPE_MF, TYPE_OPT } from './type-codes.ts';

/** What a record type is to a zone file: `meta` types are questions, `obsolete` ones (MD, MF) are refused by servers. */
export type TypeStatus = 'data' | 'meta' | 'obsolete';

/** A word that BIND reads as a type: the name of a constant of `type-codes.ts` with `-` for `_`. */
export type Mnemonic = keyof typeof typeCodes extends infer Name
  ? Name extends `TYPE_${infer First}_${infer Last}`
    ? `${First}-${Last}`
    : Name extends `TYPE_${infer Word}`
      ? Word
      : never
  : never;

/**
 * The number of a record type, by mnemonic in any case or as TYPEnnn (RFC 3597 section 5); undefined where BIND knows
 * no such type. ANY and RESERVED0 are left out: in a record they read as classes.
 */
export function typeCode(mnemonic: string): number | undefined {
  const upper = mnemonic.toUpperCase();
  const code = codeOfType.get(upper);
  if (code !== undefined) return code;
  return numbered(upper, 'TYPE');
}

/** The mnemonic of a record type as BIND prints it: TYPEnnn where there is none. */
export function typeName(code: number): string {
  return nameOfType.get(code) ?? `TYPE${code}`;
}

/** Whether records of this type may stand in a zone (RFC 6895 section 3.1 sets 128 to 255 aside for questions). */
export function typeStatus(code: number): TypeStatus {
  if (code === TYPE_MD || code === TYPE_MF) return 'obsolete';
  if (code === 0 || code === TYPE_OPT || (code >= 128 && code <= 255)) return 'meta';
  return 'data';
}

/** Every mnemonic that names a record type for a zone, questions and obsolete types left out, in order of number. */
export function typeNames(): readonly string[] {
  return writableTypes;
}

/** The class of the internet, which nearly all zones are of. */
export const CLASS_IN = 1;

/**
 * The number of a class: IN, CH, HS or CLASSnnn in any case; also CHAOS, HESIOD, NONE and ANY, which BIND reads as
 * classes. Undefined where the word is no class.
 */
export function classCode(text: string): number | undefined {
  const upper = text.toUpperCase();
  return codeOfClass.get(upper) ?? numbered(upper, 'CLASS');
}

/** The mnemonic of a class as BIND prints it. */
export function className(code: number): string {
  return nameOfClass.get(code) ?? `CLASS${code}`;
}

/** The number behind `prefix`, at most five digits as in BIND. */
function numbered(upper: string, prefix: string): number | undefined {
  const length = upper.length - prefix.length;
  if (length < 1 || length > 5 || !upper.startsWith(prefix)) return undefined;
  let value = 0;
  for (let i = prefix.length; i < upper.length; i++) {
    const digit = upper.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value > 65535 ? undefined : value;
}

/** Each type with its mnemonic, in order of number. */
const numbers: readonly (readonly [number, string])[] = Object.entries(typeCodes)
  .map(([name, code]): [number, string] => [code, name.slice('TYPE_'.length).replaceAll('_', '-')])
  .sort(([a], [b]) => a - b);

const codeOfType: ReadonlyMap<string, number> = new Map(
  numbers.filter(([code]) => code !== TYPE_ANY).map(([code, name]) => [name, code]),
);
/** BIND reads KEYDATA and prints it by its number. */
const nameOfType: ReadonlyMap<number, string> = new Map(numbers.filter(([code]) => code !== TYPE_KEYDATA));
const writableTypes: readonly string[] = numbers
  .filter(([code]) => typeStatus(code) === 'data' && code !== TYPE_KEYDATA)
  .map(([, name]) => name);

const codeOfClass: ReadonlyMap<string, number> = new Map([
  ['RESERVED0', 0],
  ['IN', 1],
  ['CH', 3],
  ['CHAOS', 3],
  ['HS', 4],
  ['HESIOD', 4],
  ['NONE', 254],
  ['ANY', 255],
]);
const nameOfClass: ReadonlyMap<number, string> = new Map([
  [0, 'RESERVED0'],
  [1, 'IN'],
  [3, 'CH'],
  [4, 'HS'],
  [254, 'NONE'],
  [255, 'ANY'],
]);
