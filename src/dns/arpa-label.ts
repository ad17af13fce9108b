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
