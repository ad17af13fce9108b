import { reverseName4, reverseName6 } from '../dns/arpa.ts';
import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { type Ip6, ip6FromBigint, ip6Text, ip6ToBigint, parseIp6 } from '../dns/ip6.ts';

/** An address or a network in numbers; `bits` is 32 or 128. The bits beyond the prefix may be those of an address in it. */
export interface Network {
  readonly bits: 32 | 128;
  readonly value: bigint;
  readonly prefixLength: number;
}

/** Reads an address, or a network such as `198.51.100.0/24`; undefined for other texts and for networks too wide to move. */
export function networkOf(text: string): Network | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const ip4 = parseIp4(address);
  const ip6 = ip4 === undefined ? parseIp6(address) : undefined;
  if (ip4 === undefined && ip6 === undefined) return undefined;
  const bits = ip4 === undefined ? 128 : 32;
  const prefixLength = length === undefined ? bits : Number(length);
  if (prefixLength > bits || prefixLength < (bits === 32 ? 8 : 16)) return undefined;
  return { bits, value: ip4 === undefined ? ip6ToBigint(ip6 as Ip6) : BigInt(ip4), prefixLength };
}

/** Reads the first octets or groups of addresses, as `198.51.100` for 198.51.100.0/24 and `2001:db8:2` for 2001:db8:2::/48. */
export function networkOfPart(text: string): Network | undefined {
  const octets = /^(\d{1,3}(?:\.\d{1,3}){1,2})\.?$/.exec(text)?.[1]?.split('.');
  if (octets) return networkOf(`${[...octets, 0, 0, 0].slice(0, 4).join('.')}/${8 * octets.length}`);
  const groups = /^([0-9a-f]{1,4}(?::[0-9a-f]{1,4}){1,6}):?$/i.exec(text)?.[1]?.split(':');
  return groups && networkOf(`${groups.join(':')}::/${16 * groups.length}`);
}

/** How much of an address as written is its network: three octets, or the groups before the `::`, four at most. */
export function networkPart(address: string): string {
  if (address.includes(':')) return /^(?:[0-9a-f]{1,4}(?::(?=[0-9a-f]))?){1,4}(?=:)/i.exec(address)?.[0] ?? '';
  return address.slice(0, Math.max(0, address.lastIndexOf('.')));
}

/** The value without the bits beyond the prefix. */
export function masked({ value, bits, prefixLength }: Network): bigint {
  return (value >> BigInt(bits - prefixLength)) << BigInt(bits - prefixLength);
}

/** Whether one network, or an address, lies in another one of its family. */
export function inNetwork(inner: Network, outer: Network): boolean {
  return (
    inner.prefixLength >= outer.prefixLength && masked({ ...inner, prefixLength: outer.prefixLength }) === masked(outer)
  );
}

/** An address as it is written. */
export function addressText({ bits, value }: Pick<Network, 'bits' | 'value'>): string {
  return bits === 32 ? ip4Text(Number(value)) : ip6Text(ip6FromBigint(value));
}

/** An address, or a network with its prefix. */
export function networkText(network: Network): string {
  const text = addressText({ bits: network.bits, value: masked(network) });
  return network.prefixLength === network.bits ? text : `${text}/${network.prefixLength}`;
}

/** The canonical name of the reverse zone of a network whose prefix ends at an octet or a nibble. */
export function reverseZoneName({ bits, value, prefixLength }: Network): string {
  const name = bits === 32 ? reverseName4(Number(value)) : reverseName6(ip6FromBigint(value));
  const gone = bits === 32 ? (32 - prefixLength) / 8 : (128 - prefixLength) / 4;
  return name.split('.').slice(gone).join('.');
}
