/** The IPv4 address that `codes[start..end)` spells as BIND reads it: four decimal octets, no leading zeros; -1 otherwise. */
export function ip4FromCodes(codes: Uint8Array, start: number, end: number): number {
  if (end - start > 15) return -1;
  let address = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const code = codes[i] as number;
    if (code === 46) {
      if (digits === 0 || ++dots > 3) return -1;
      address = address * 256 + octet;
      octet = 0;
      digits = 0;
      continue;
    }
    const digit = code - 48;
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return -1;
    octet = octet * 10 + digit;
    digits++;
    if (octet > 255) return -1;
  }
  return dots === 3 && digits > 0 ? address * 256 + octet : -1;
}

/** Reads an IPv6 address in the forms of RFC 4291 section 2.2 into four 32-bit words; false where it is none. */
export function ip6FromCodes(codes: Uint8Array, start: number, end: number, words: Uint32Array): boolean {
  if (end - start > 45 || end - start < 2) return false;
  const groups = GROUPS;
  let count = 0;
  let gap = -1;
  let at = start;
  if (codes[at] === 58) {
    if (codes[at + 1] !== 58) return false;
    gap = 0;
    at += 2;
  }
  while (at < end) {
    const groupStart = at;
    let group = 0;
    for (; at < end; at++) {
      const nibble = hexDigit(codes[at] as number);
      if (nibble < 0) break;
      if (at - groupStart === 4) return false;
      group = group * 16 + nibble;
    }
    if (at < end && codes[at] === 46) {
      const ip4 = ip4FromCodes(codes, groupStart, end);
      if (ip4 < 0 || count > 6) return false;
      groups[count++] = ip4 >>> 16;
      groups[count++] = ip4 & 0xffff;
      at = end;
      break;
    }
    if (at === groupStart || count > 7) return false;
    groups[count++] = group;
    if (at === end) break;
    if (codes[at++] !== 58) return false;
    if (at === end) return false;
    if (codes[at] === 58) {
      if (gap >= 0) return false;
      gap = count;
      at++;
    }
  }
  if (gap < 0 ? count !== 8 : count > 7) return false;
  words.fill(0);
  for (let i = 0; i < count; i++) {
    const place = gap < 0 || i < gap ? i : 8 - count + i;
    words[place >> 1] = ((words[place >> 1] as number) | ((groups[i] as number) << (place & 1 ? 0 : 16))) >>> 0;
  }
  return true;
}

const GROUPS = new Uint16Array(8);

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
