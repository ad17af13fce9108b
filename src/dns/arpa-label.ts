/** The octet that a label spells in decimal digits without leading zeros (RFC 1035 section 3.5); -1 where it does not. */
export function octetAt(codes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length > 3 || length === 0 || (codes[start] === 48 && length > 1)) return -1;
  let octet = 0;
  for (let i = start; i < end; i++) {
    const digit = (codes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    octet = octet * 10 + digit;
  }
  return octet > 255 ? -1 : octet;
}

/** Writes an octet's digits and returns how many they are. */
export function writeOctet(octet: number, into: Uint8Array, at: number): number {
  let end = at;
  if (octet >= 100) into[end++] = 48 + ((octet / 100) | 0);
  if (octet >= 10) into[end++] = 48 + (((octet / 10) | 0) % 10);
  into[end++] = 48 + (octet % 10);
  return end - at;
}

/** Whether a character is a hexadecimal digit in lower case, as the labels below ip6.arpa are (RFC 3596 section 2.5). */
export function isNibble(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

/** The nibble that such a character stands for. */
export function nibbleOf(code: number): number {
  return code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10;
}

/** The character of a nibble. */
export function codeOfNibble(nibble: number): number {
  return nibble < 10 ? DIGIT_0 + nibble : LETTER_A + nibble - 10;
}

const OCTET_ROOM = 3;
const LETTERS = 256 * OCTET_ROOM;
const LETTER_A = 97;
const DIGIT_0 = 48;

/** The bytes that the labels of all octets and nibbles take (see `writeArpaLabels`). */
export const ARPA_LABEL_BYTES = LETTERS + 6;

/** Writes the labels of all octets, and of the nibbles that are letters behind them. */
export function writeArpaLabels(into: Uint8Array): void {
  for (let octet = 0; octet < 256; octet++) writeOctet(octet, into, octetStart(octet));
  for (let letter = 0; letter < 6; letter++) into[LETTERS + letter] = LETTER_A + letter;
}

/** Where the label of an octet stands among these. */
export function octetStart(octet: number): number {
  return octet * OCTET_ROOM;
}

/** Where that of a nibble stands, by its character. */
export function nibbleStart(code: number): number {
  return code < LETTER_A ? octetStart(code - DIGIT_0) : LETTERS + code - LETTER_A;
}
