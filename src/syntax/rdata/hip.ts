import { phrase } from '../../language/phrase.ts';
import { encodeBase64, encodeHex } from './binary.ts';
import { readWordData } from './data.ts';
import { type FieldKind, numberKind } from './kinds.ts';
import { numberToWire } from './reader.ts';

/** The host identity tag and the key of HIP (RFC 8005 section 5): their lengths stand before the algorithm. */
export const identityTag: FieldKind = {
  use: 'hex',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const bytes = token && readWordData(reader, token, fieldName, 'hex');
    if (token === undefined || bytes === undefined) return false;
    if (bytes.length === 0 || bytes.length > 255) {
      return reader.fail('syntax-hex', token, phrase`${reader.typeName} ${fieldName} must have 1 to 255 bytes`);
    }
    reader.bytes = String.fromCharCode(bytes.length) + reader.bytes + bytes;
    return true;
  },
  show: () => '',
};

/** The key of HIP, in one word. */
export const identityKey: FieldKind = {
  use: 'base64',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const bytes = token && readWordData(reader, token, fieldName, 'base64');
    if (token === undefined || bytes === undefined) return false;
    if (bytes.length === 0)
      return reader.fail('syntax-base64', token, phrase`${reader.typeName} ${fieldName} is empty`);
    const header = reader.bytes.slice(0, 2) + numberToWire(bytes.length, 2);
    reader.bytes = header + reader.bytes.slice(2) + bytes;
    return true;
  },
  show: () => '',
};

/** The algorithm of HIP; shows the tag and the key with it, because their lengths surround it. */
export const identityAlgorithm: FieldKind = {
  ...numberKind(1),
  use: 'algorithm',
  show: (wire) => {
    const tagLength = wire.number(1);
    const value = wire.number(1);
    const keyLength = wire.number(2);
    if (!tagLength || value === undefined || !keyLength) return undefined;
    const tag = wire.take(tagLength);
    const key = wire.take(keyLength);
    return tag === undefined || key === undefined ? undefined : `${value} ${encodeHex(tag)} ${encodeBase64(key)}`;
  },
};
