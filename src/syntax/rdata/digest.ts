import { phrase } from '../../language/phrase.ts';
import { encodeHex, inChunks } from './binary.ts';
import { readData } from './data.ts';
import type { FieldKind } from './kinds.ts';

/** The digest of DS, checked against the length its digest type asks for; BIND no longer knows GOST's. */
export const dsDigest = digestKind('ds-digest-length', 3, [
  [1, 20],
  [2, 32],
  [4, 48],
]);

/** The fingerprint of SSHFP (RFC 4255 section 3.1.2). */
export const sshFingerprint = digestKind(
  'syntax-hex',
  1,
  [
    [1, 20],
    [2, 32],
  ],
  0,
);

/** The digest of ZONEMD (RFC 8976 section 2.2.4): at least 12 bytes. */
export const zoneDigest = digestKind(
  'syntax-hex',
  5,
  [
    [1, 48],
    [2, 64],
  ],
  12,
);

/** Hexadecimal data whose length follows from the byte at `typeAt`. BIND reads no further word when it has enough. */
function digestKind(rule: string, typeAt: number, sizes: readonly (readonly [number, number])[], least = 1): FieldKind {
  const sizeOf = new Map(sizes);
  return {
    use: 'hex',
    span: 'rest',
    read: (reader, fieldName) => {
      const size = sizeOf.get(reader.bytes.charCodeAt(typeAt));
      const place = reader.peek();
      const data = readData(reader, fieldName, 'hex', size === undefined ? undefined : 2 * size);
      if (data === undefined) return false;
      if (size === undefined ? data.length >= least : data.length === size) return reader.add(data);
      if (!place) return reader.word(fieldName) !== undefined;
      const expected = size === undefined ? phrase`at least ${2 * least}` : `${2 * size}`;
      const type = reader.bytes.charCodeAt(typeAt);
      const message = phrase`${reader.typeName} ${fieldName} has ${2 * data.length} digits, type ${type} takes ${expected}`;
      // Of a digest in several words that ends too early the last one is shown.
      const isShort = data.length < (size ?? least);
      const { start, end } = reader.last ?? place;
      return reader.fail(rule, { start: isShort ? start : place.start, end }, message);
    },
    show: (wire) => {
      const data = wire.rest();
      const size = sizeOf.get(wire.bytes.charCodeAt(typeAt));
      if (size === undefined ? data.length < least : data.length !== size) return undefined;
      return inChunks(encodeHex(data));
    },
  };
}
