import { phrase } from '../language/phrase.ts';

/** Bytes of a base64 text, or the offset of the first character that can not stand there. Blanks are passed over. */
export type Base64 = { readonly bytes: Uint8Array } | { readonly wrongAt: number; readonly reason: string };

/** Decodes base64 (RFC 4648 section 4). A text that is cut within a group of four is told at its end. */
export function decodeBase64(text: string): Base64 {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let count = 0;
  let bits = 0;
  let value = 0;
  let characterCount = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 9) continue;
    characterCount++;
    if (code === EQUALS) {
      if (++padding > 2) return { wrongAt: i, reason: phrase`more than two "="` };
      continue;
    }
    const digit = digitOf(code);
    if (digit < 0) return { wrongAt: i, reason: phrase`"${text.charAt(i)}" is no base64` };
    if (padding > 0) return { wrongAt: i, reason: phrase`the key goes on behind "="` };
    value = ((value << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[count++] = (value >> bits) & 255;
    }
  }
  if (characterCount % 4 !== 0)
    return { wrongAt: text.length, reason: phrase`${characterCount} characters are no multiple of four` };
  return { bytes: bytes.slice(0, count) };
}

const EQUALS = 61;

function digitOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 ? 62 : code === 47 ? 63 : -1;
}
