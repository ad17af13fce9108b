import type { Ip6 } from '../dns/ip6.ts';
import { shareBits } from '../dns/ip6-tree.ts';
import { ARPA4_ADDRESS, ARPA6, ARPA6_ADDRESS, type NameId, type NameTable } from '../dns/name-table.ts';

/** The addresses that share their first bits. */
export interface AddressRange {
  readonly isIp6: boolean;
  /** The reverse name of the lowest address. */
  readonly first: NameId;
  readonly prefixLength: number;
}

/** The range of an IPv4 address and a prefix length; bits of the address beyond it are passed over. */
export function range4(names: NameTable, address: number, prefixLength: number): AddressRange {
  const first = (prefixLength === 0 ? 0 : address & (-1 << (32 - prefixLength))) >>> 0;
  return { isIp6: false, first: names.reverse.ip4Key(first), prefixLength };
}

/** The range of an IPv6 address and a prefix length. */
export function range6(names: NameTable, address: Ip6, prefixLength: number): AddressRange {
  const words = new Uint32Array(4);
  for (let i = 0; i < 4; i++) {
    const word = (((address[2 * i] ?? 0) << 16) | (address[2 * i + 1] ?? 0)) >>> 0;
    const bits = Math.min(Math.max(prefixLength - 32 * i, 0), 32);
    words[i] = (bits === 0 ? 0 : word & (-1 << (32 - bits))) >>> 0;
  }
  return { isIp6: true, first: names.reverse.ip6Key(words), prefixLength };
}

/** Whether an address lies in a range. */
export function contains(names: NameTable, range: AddressRange, address: NameId): boolean {
  const { prefixLength } = range;
  if (prefixLength === 0) return names.arpaKind(address) === (range.isIp6 ? ARPA6_ADDRESS : ARPA4_ADDRESS);
  if (!range.isIp6) {
    if (names.arpaKind(address) !== ARPA4_ADDRESS) return false;
    return (names.ip4Of(address) ^ names.ip4Of(range.first)) >>> (32 - prefixLength) === 0;
  }
  if (names.arpaKind(address) !== ARPA6_ADDRESS) return false;
  return shareBits(names.ip6.words(address), names.ip6.words(range.first), prefixLength);
}

/** Whether all of one range lies in another. */
export function rangeWithin(names: NameTable, wide: AddressRange, range: AddressRange): boolean {
  return wide.isIp6 === range.isIp6 && wide.prefixLength <= range.prefixLength && contains(names, wide, range.first);
}

/** What stands for the /24 or /64 that an address lies in. */
export type RangeKey = number | string;

/** The /24 or /64 that an address lies in. */
export function rangeKey(names: NameTable, address: NameId): RangeKey {
  if (names.arpaKind(address) < ARPA6) return names.parent(address);
  return `${names.ip6.word(address, 0)} ${names.ip6.word(address, 1)}`;
}
