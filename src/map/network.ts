import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { type Ip6, ip6Text, parseIp6 } from '../dns/ip6.ts';
import { phrase } from '../language/phrase.ts';

/** A network that is drawn: of IPv4 from its first address on, of IPv6 the addresses in use in it. */
export type MapNetwork =
  | {
      readonly family: 4;
      readonly first: number;
      readonly prefixLength: number;
      /** What a cell stands for: an address, or in a wide network a block of this prefix. */
      readonly cellPrefix: 16 | 24 | 32;
      readonly text: string;
    }
  | { readonly family: 6; readonly address: Ip6; readonly prefixLength: number; readonly text: string };

/** The widest IPv4 networks that are drawn address by address, and by /24: 65,536 cells each. */
const BY_ADDRESS = 16;
const BY_24 = 8;
/** What an address alone stands for. */
const USUAL4 = 24;
const USUAL6 = 64;

/**
 * Reads a network: `192.0.2.0/24`, `2001:db8::/32`, or an address for the /24 or /64 around it. Bits beyond the prefix are
 * passed over. A problem where the text is no network.
 */
export function parseNetwork(text: string): MapNetwork | { readonly problem: string } {
  const [address = '', length, ...rest] = text.trim().split('/');
  const ip4 = parseIp4(address);
  const ip6 = ip4 === undefined ? parseIp6(address) : undefined;
  const greatest = ip4 === undefined ? 128 : 32;
  const usual = ip4 === undefined ? USUAL6 : USUAL4;
  const prefixLength = length === undefined ? usual : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if ((ip4 === undefined && !ip6) || rest.length > 0 || prefixLength < 0 || prefixLength > greatest)
    return { problem: phrase`"${text}" is no network: write it like 192.0.2.0/24 or 2001:db8::/48` };
  if (ip6) {
    const network = maskedIp6(ip6, prefixLength);
    return { family: 6, address: network, prefixLength, text: `${ip6Text(network)}/${prefixLength}` };
  }
  const size = 2 ** (32 - prefixLength);
  const first = Math.floor((ip4 ?? 0) / size) * size;
  const cellPrefix = prefixLength >= BY_ADDRESS ? 32 : prefixLength >= BY_24 ? 24 : 16;
  return { family: 4, first, prefixLength, cellPrefix, text: `${ip4Text(first)}/${prefixLength}` };
}

/** How many cells an IPv4 network is drawn with: 65,536 at most. */
export function cellsOf4({ prefixLength, cellPrefix }: Extract<MapNetwork, { family: 4 }>): number {
  return 2 ** (cellPrefix - prefixLength);
}

/** An IPv6 address with the bits beyond a prefix cleared. */
function maskedIp6(address: Ip6, prefixLength: number): Ip6 {
  return address.map((group, i) => {
    const bits = Math.min(Math.max(prefixLength - 16 * i, 0), 16);
    return group & (0xffff << (16 - bits)) & 0xffff;
  });
}
