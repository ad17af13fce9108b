/** The type of the record that holds an address, which is given as text. */
export function addressRecordType(address: string): 'A' | 'AAAA' {
  return address.includes(':') ? 'AAAA' : 'A';
}

/** The bit of addresses that everybody reaches. */
export const ORDINARY_ADDRESS = 1;
/** The bit of addresses of one network (RFC 1918, RFC 6598, RFC 4193). */
export const PRIVATE_ADDRESS = 2;
/** The bit of addresses that no host can be reached at (RFC 6890). */
export const SPECIAL_ADDRESS = 4;

/** Of each first octet of IPv4 addresses what they are; 0 where the next ones decide. */
const KIND_BY_OCTET = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet === 0 || octet === 127 || octet >= 224) return SPECIAL_ADDRESS;
  if (octet === 10) return PRIVATE_ADDRESS;
  return octet === 100 || octet === 169 || octet === 172 || octet === 192 ? 0 : ORDINARY_ADDRESS;
});

/** The kind of an IPv4 address: that of all 256 of its network. */
export function kindOfIp4(address: number): number {
  const kind = KIND_BY_OCTET[address >>> 24] as number;
  if (kind !== 0) return kind;
  if (address >>> 16 === 0xa9fe) return SPECIAL_ADDRESS;
  // RFC 1918, RFC 6598.
  const isPrivate = address >>> 20 === 0xac1 || address >>> 16 === 0xc0a8 || address >>> 22 === 0x191;
  return isPrivate ? PRIVATE_ADDRESS : ORDINARY_ADDRESS;
}

/** The kinds that an IPv6 address may be that begins with a word of 32 bits. */
export function kindsOfWord(word: number): number {
  const bits = word >>> 29;
  if (bits === 0) return ORDINARY_ADDRESS | SPECIAL_ADDRESS;
  return bits === 7 ? ORDINARY_ADDRESS | PRIVATE_ADDRESS | SPECIAL_ADDRESS : ORDINARY_ADDRESS;
}
