import { addressOfReverseName, isReverseName, networksOfReverseZone, reverseName4, reverseName6 } from '../dns/arpa.ts';
import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { type Ip6, ip6FromBigint, ip6Text, ip6ToBigint, parseIp6 } from '../dns/ip6.ts';
import { nameKey } from '../dns/name.ts';
import { phrase } from '../language/phrase.ts';

/** What a word means that says what is to be looked at. */
export type LiveTarget =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'network'; readonly text: string; readonly addresses: () => Iterable<string> }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: string };

/** More addresses are not asked one by one. */
export const MOST_ADDRESSES = 65_536;

/** Reads an address, a network in CIDR form, a reverse name, the name of a reverse zone, or another name. */
export function liveTarget(text: string): LiveTarget {
  const address = addressText(text);
  if (address !== undefined) return { kind: 'address', address };
  if (/^\d{1,10}(?:\.\d{1,10}){3}$/.test(text))
    return {
      kind: 'problem',
      problem: phrase`"${text}" is no address: its four numbers go from 0 to 255, without zeros before them`,
    };
  const slash = text.indexOf('/');
  if (slash > 0) {
    const base = addressText(text.slice(0, slash));
    if (base !== undefined) return network(base, text.slice(slash + 1), text);
  }
  const name = nameKey(text, '.');
  if (name === undefined || name === '.' || /\s/.test(text) || (text.includes('/') && !isReverseName(name)))
    return { kind: 'problem', problem: phrase`"${text}" is no address, no network and no name` };
  const reverse = addressOfReverseName(name);
  if (reverse) return { kind: 'address', address: textOf(reverse) };
  const [zone, other] = networksOfReverseZone(name);
  if (!zone || other) return { kind: 'name', name };
  if (zone.family === 6) return network(ip6Text(zone.address), String(zone.prefixLength), text);
  return ip4Range(zone.first, zone.last, text);
}

/** The canonical text of an address; undefined for other text. */
export function addressText(text: string): string | undefined {
  const ip4 = parseIp4(text);
  if (ip4 !== undefined) return ip4Text(ip4);
  const ip6 = parseIp6(text);
  return ip6 && ip6Text(ip6);
}

/** The reverse name of an address in text; undefined for other text. */
export function reverseNameOf(address: string): string | undefined {
  const ip4 = parseIp4(address);
  if (ip4 !== undefined) return reverseName4(ip4);
  const ip6 = parseIp6(address);
  return ip6 && reverseName6(ip6);
}

/** Whether two texts are the same address. */
export function isSameAddress(a: string, b: string): boolean {
  return a === b || (addressText(a) ?? a) === (addressText(b) ?? b);
}

function textOf(address: NonNullable<ReturnType<typeof addressOfReverseName>>): string {
  return address.family === 4 ? ip4Text(address.address) : ip6Text(address.address);
}

function network(base: string, length: string, text: string): LiveTarget {
  const ip4 = parseIp4(base);
  const most = ip4 === undefined ? 128 : 32;
  if (!/^\d{1,3}$/.test(length) || Number(length) > most)
    return {
      kind: 'problem',
      problem: phrase`"${text}": after the slash stands the length of the prefix, from 0 to ${most}`,
    };
  if (ip4 === undefined) return ip6Range(parseIp6(base) ?? [], Number(length), text);
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(ip4 / size) * size;
  return ip4Range(first, first + size - 1, text);
}

function ip4Range(first: number, last: number, text: string): LiveTarget {
  if (last - first >= MOST_ADDRESSES) return tooMany(text);
  return {
    kind: 'network',
    text,
    *addresses() {
      for (let address = first; address <= last; address++) yield ip4Text(address);
    },
  };
}

function ip6Range(base: Ip6, length: number, text: string): LiveTarget {
  const size = 2n ** BigInt(128 - length);
  if (size > BigInt(MOST_ADDRESSES)) return tooMany(text);
  const first = (ip6ToBigint(base) / size) * size;
  return {
    kind: 'network',
    text,
    *addresses() {
      for (let address = first; address < first + size; address++) yield ip6Text(ip6FromBigint(address));
    },
  };
}

function tooMany(text: string): LiveTarget {
  const problem = phrase`${text} has more than ${MOST_ADDRESSES} addresses: name a part of it, or a zone file that has those in use`;
  return { kind: 'problem', problem };
}
