import { phrase, translated } from '../../language/phrase.ts';
import type { Token } from '../token.ts';
import {
  type Binary,
  type BinaryFault,
  decodeBase32,
  decodeBase64,
  decodeHex,
  encodeBase32,
  encodeBase64,
  encodeHex,
  inChunks,
  isBinaryFault,
} from './binary.ts';
import type { FieldKind } from './kinds.ts';
import type { RdataReader } from './reader.ts';

/** Data that may be spread over words up to the end of the record. `least` is the fewest bytes. */
export function hexKind(least: 0 | 1): FieldKind {
  return {
    use: 'hex',
    span: 'rest',
    read: (reader, fieldName) => {
      const bytes = readData(reader, fieldName, 'hex');
      if (bytes === undefined) return false;
      return bytes.length >= least ? reader.add(bytes) : reader.string(fieldName) !== undefined;
    },
    show: (wire) => {
      const bytes = wire.rest();
      return bytes.length < least ? undefined : inChunks(encodeHex(bytes));
    },
  };
}

/** As `hexKind` for base64. */
export function base64Kind(least: 0 | 1): FieldKind {
  return {
    use: 'base64',
    span: 'rest',
    read: (reader, fieldName) => {
      const bytes = readData(reader, fieldName, 'base64');
      if (bytes === undefined) return false;
      return bytes.length >= least ? reader.add(bytes) : reader.string(fieldName) !== undefined;
    },
    show: (wire) => {
      const bytes = wire.rest();
      return bytes.length < least ? undefined : inChunks(encodeBase64(bytes));
    },
  };
}

/** The data of all words that are left, or up to base64's padding; undefined after noting a fault. */
export function readData(
  reader: RdataReader,
  fieldName: string,
  form: 'hex' | 'base64',
  enough = Number.POSITIVE_INFINITY,
): string | undefined {
  const decode = form === 'hex' ? decodeHex : decodeBase64;
  const tokens: Token[] = [];
  let text = '';
  while (!reader.isAtEnd && text.length < enough) {
    if (reader.peek()?.quoted) {
      const data = decode(text);
      if (isBinaryFault(data) && data.index < text.length) break;
    }
    const token = reader.word(fieldName);
    if (!token) return undefined;
    tokens.push(token);
    text += token.text;
    if (form === 'base64' && token.text.endsWith('=') && isComplete(decodeBase64(text), text)) break;
  }
  const data = decode(text);
  if (!isBinaryFault(data) && data.length === text.length) return data.bytes;
  const fault = isBinaryFault(data) ? data : { index: data.length, reason: phrase`data follows the padding "="` };
  failData(reader, fieldName, form, tokens, fault);
  return undefined;
}

/** The data of one word; undefined after noting a fault. */
export function readWordData(
  reader: RdataReader,
  token: Token,
  fieldName: string,
  form: 'hex' | 'base64' | 'base32',
): string | undefined {
  const decode = form === 'hex' ? decodeHex : form === 'base64' ? decodeBase64 : decodeBase32;
  const data = decode(token.text);
  if (!isBinaryFault(data) && data.length === token.text.length) return data.bytes;
  const fault = isBinaryFault(data) ? data : { index: data.length, reason: phrase`data follows the padding "="` };
  failData(reader, fieldName, form, [token], fault);
  return undefined;
}

function isComplete(data: Binary | BinaryFault, text: string): boolean {
  return !isBinaryFault(data) && data.length === text.length;
}

/** Notes a fault in data at the word that holds the character. */
function failData(
  reader: RdataReader,
  fieldName: string,
  form: 'hex' | 'base64' | 'base32',
  tokens: readonly Token[],
  fault: BinaryFault,
): void {
  let start = 0;
  let place = tokens.at(-1);
  for (const token of tokens) {
    if (fault.index < start + token.text.length) {
      place = token;
      break;
    }
    start += token.text.length;
  }
  if (!place) return;
  const rule = form === 'base64' ? 'syntax-base64' : form === 'hex' ? 'syntax-hex' : 'syntax-base32';
  const what = translated(form === 'hex' ? 'hexadecimal' : form);
  reader.fail(rule, place, phrase`${reader.typeName} ${fieldName} is not ${what}: ${fault.reason}`);
}

/** A salt of NSEC3: `-` for none, else hexadecimal digits in one word, its length before it. */
export const hexOrDash: FieldKind = {
  use: 'hex',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const bytes = token.text === '-' ? '' : readWordData(reader, token, fieldName, 'hex');
    if (bytes === undefined) return false;
    if (bytes.length <= 255) return reader.add(String.fromCharCode(bytes.length) + bytes);
    return reader.fail('syntax-hex', token, phrase`${reader.typeName} ${fieldName} has more than 255 bytes`);
  },
  show: (wire) => {
    const bytes = wire.string();
    return bytes === '' ? '-' : bytes === undefined ? undefined : encodeHex(bytes);
  },
};

/** The next hashed owner of NSEC3: base32, 20 bytes where the hash is SHA-1 (algorithm 1). */
export const hashedOwner: FieldKind = {
  use: 'base32',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const bytes = token && readWordData(reader, token, fieldName, 'base32');
    if (token === undefined || bytes === undefined) return false;
    const isSha1 = reader.bytes.charCodeAt(0) === 1;
    if (isSha1 ? bytes.length === 20 : bytes.length > 0 && bytes.length <= longestHash) {
      return reader.add(String.fromCharCode(bytes.length) + bytes);
    }
    const expected = isSha1 ? phrase`a SHA-1 hash has 32 characters` : phrase`it must have 1 to ${longestHash} bytes`;
    return reader.fail(
      'syntax-base32',
      token,
      phrase`${reader.typeName} ${fieldName} has the wrong length: ${expected}`,
    );
  },
  show: (wire) => {
    const bytes = wire.string();
    if (!bytes || bytes.length > longestHash || (wire.bytes.charCodeAt(0) === 1 && bytes.length !== 20))
      return undefined;
    return encodeBase32(bytes);
  },
};

/** A hash in base32 must fit in a label of 63 characters. */
const longestHash = 39;
