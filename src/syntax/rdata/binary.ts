import { phrase } from '../../language/phrase.ts';

/** Why a text is no base64 or hexadecimal data; `index` is the character at fault, or the text's length. */
export interface BinaryFault {
  readonly index: number;
  readonly reason: string;
}

/** Data read from text: its bytes and how many characters it took, fewer than all where base64 padding ended it. */
export interface Binary {
  readonly bytes: string;
  readonly length: number;
}

/** Reads base64 (RFC 4648 section 4) as strictly as BIND: padding is needed, and unused bits must be zero. */
export function decodeBase64(text: string): Binary | BinaryFault {
  let bytes = '';
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code < 128 ? (base64Values[code] as number) : -1;
    if (digit < 0) return { index: i, reason: phrase`"${text.charAt(i)}" is not a base64 character` };
    [a, b, c, d] = [b, c, d, digit];
    if ((i & 3) < 3) continue;
    if (a === 64 || b === 64 || (c === 64 && d !== 64))
      return { index: i, reason: phrase`padding "=" stands too early` };
    if ((c === 64 && (b & 15) !== 0) || (d === 64 && (c & 3) !== 0)) {
      return { index: i, reason: phrase`the last character before the padding has bits that would be lost` };
    }
    const [high, middle, low] = [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d];
    if (c === 64) bytes += String.fromCharCode(high);
    else bytes += d === 64 ? String.fromCharCode(high, middle) : String.fromCharCode(high, middle, low);
    if (d === 64) return { bytes, length: i + 1 };
  }
  if ((text.length & 3) > 0)
    return {
      index: text.length,
      reason: phrase`its length is not a multiple of four: padding "=" is missing or it was cut`,
    };
  return { bytes, length: text.length };
}

/** Reads hexadecimal digits, two a byte (RFC 4648 section 8). */
export function decodeHex(text: string): Binary | BinaryFault {
  let bytes = '';
  for (let i = 0; i < text.length; i += 2) {
    const high = hexDigit(text.charCodeAt(i));
    const low = hexDigit(text.charCodeAt(i + 1));
    if (high < 0) return { index: i, reason: phrase`"${text.charAt(i)}" is not a hexadecimal digit` };
    if (i + 1 >= text.length) return { index: i, reason: phrase`it has an odd number of digits` };
    if (low < 0) return { index: i + 1, reason: phrase`"${text.charAt(i + 1)}" is not a hexadecimal digit` };
    bytes += String.fromCharCode(high * 16 + low);
  }
  return { bytes, length: text.length };
}

/** Reads base32 with the extended hexadecimal alphabet and without padding (RFC 5155 section 1.3). */
export function decodeBase32(text: string): Binary | BinaryFault {
  let bytes = '';
  let bits = 0;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = base32Digits.indexOf(text.charAt(i).toUpperCase());
    if (digit < 0) return { index: i, reason: phrase`"${text.charAt(i)}" is not one of 0 to 9 and A to V` };
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((value >> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  if (bits >= 5 || value !== 0)
    return { index: text.length, reason: phrase`it was cut: the last character does not fill a byte` };
  return { bytes, length: text.length };
}

/** Whether reading failed. */
export function isBinaryFault(data: Binary | BinaryFault): data is BinaryFault {
  return 'reason' in data;
}

/** Bytes as base64 in one word. */
export function encodeBase64(bytes: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const a = bytes.charCodeAt(i);
    const b = left > 1 ? bytes.charCodeAt(i + 1) : 0;
    const c = left > 2 ? bytes.charCodeAt(i + 2) : 0;
    text += base64Digits.charAt(a >> 2) + base64Digits.charAt(((a & 3) << 4) | (b >> 4));
    text += left > 1 ? base64Digits.charAt(((b & 15) << 2) | (c >> 6)) : '=';
    text += left > 2 ? base64Digits.charAt(c & 63) : '=';
  }
  return text;
}

/** Bytes as upper-case hexadecimal digits in one word. */
export function encodeHex(bytes: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += bytes.charCodeAt(i).toString(16).padStart(2, '0');
  return text.toUpperCase();
}

/** Bytes as base32 with the extended hexadecimal alphabet, without padding. */
export function encodeBase32(bytes: string): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (let i = 0; i < bytes.length; i++) {
    value = (value << 8) | bytes.charCodeAt(i);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32Digits.charAt((value >> bits) & 31);
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + base32Digits.charAt((value << (5 - bits)) & 31) : text;
}

/** A long word as BIND prints it: cut with a blank after every 56 characters. */
export function inChunks(text: string): string {
  return text.length <= 56 ? text : (text.match(/.{1,56}/g) ?? []).join(' ');
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
/** The value of each digit by its code; -1 for what is none. */
const base64Values = new Int8Array(128).fill(-1);
for (let value = 0; value < base64Digits.length; value++) base64Values[base64Digits.charCodeAt(value)] = value;
const base32Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
