import { ip4Text } from './ip4.ts';
import type { Ip6 } from './ip6.ts';
import { ip6Text } from './ip6.ts';
import { isSubdomain, labelsOf } from './name.ts';

/** The parent of all reverse names of IPv4 (RFC 1035 section 3.5), canonical. */
export const ip4Arpa = 'in-addr.arpa.';
/** The parent of all reverse names of IPv6 (RFC 3596 section 2.5), canonical. */
export const ip6Arpa = 'ip6.arpa.';

/** What a reverse name stands for: one address of either family. */
export type ReverseAddress =
  | { readonly family: 4; readonly address: number }
  | { readonly family: 6; readonly address: Ip6 };

/** Whether a canonical name lies in the reverse tree of either family. */
export function isReverseName(name: string): boolean {
  return isSubdomain(name, ip4Arpa) || isSubdomain(name, ip6Arpa);
}

/** The canonical reverse name of an IPv4 address. */
export function reverseName4(address: number): string {
  return `${address & 255}.${(address >>> 8) & 255}.${(address >>> 16) & 255}.${address >>> 24}.${ip4Arpa}`;
}

/** The canonical reverse name of an IPv6 address. */
export function reverseName6(address: Ip6): string {
  let name = '';
  for (let i = 31; i >= 0; i--) name += `${nibbleOf(address, i).toString(16)}.`;
  return name + ip6Arpa;
}

/**
 * The address whose reverse name this is: exactly four octets or 32 nibbles. A label of RFC 2317 between the octets
 * (`10.0-63.2.0.192.in-addr.arpa.`) is passed over. Undefined for every other name. `name` is canonical.
 */
export function addressOfReverseName(name: string): ReverseAddress | undefined {
  if (name.endsWith(ip6Arpa)) {
    const address = nibblesToIp6(name);
    return address && { family: 6, address };
  }
  if (!name.endsWith(ip4Arpa)) return undefined;
  const address = octetsToIp4(name) ?? classlessAddress(name);
  return address === undefined ? undefined : { family: 4, address };
}

/** The networks a reverse zone can be about. */
export type ReverseNetwork =
  | {
      readonly family: 4;
      readonly first: number;
      readonly last: number;
      /** The bits all addresses share; undefined where the range is not one network. */
      readonly prefixLength: number | undefined;
      /** Whether a label of RFC 2317 or RFC 4183 cut the zone out of a /24. */
      readonly classless: boolean;
    }
  | { readonly family: 6; readonly address: Ip6; readonly prefixLength: number };

/**
 * The networks that a reverse zone's name stands for: one for a cut at an octet or a nibble, one for each reading of a
 * classless label (RFC 2317), none for names that follow no known form or lie outside the reverse tree.
 */
export function networksOfReverseZone(zoneName: string): readonly ReverseNetwork[] {
  if (isSubdomain(zoneName, ip6Arpa)) return networkOfNibbles(labelsOf(zoneName).slice(0, -2).reverse());
  if (!isSubdomain(zoneName, ip4Arpa)) return [];
  const labels = labelsOf(zoneName).slice(0, -2).reverse();
  let base = 0;
  for (const [depth, label] of labels.entries()) {
    const octet = depth < 4 ? octetOf(label) : undefined;
    if (octet === undefined) return depth === labels.length - 1 && depth === 3 ? classlessNetworks(base, label) : [];
    base += octet * 2 ** (24 - 8 * depth);
  }
  const size = 2 ** (32 - 8 * labels.length);
  return [{ family: 4, first: base, last: base + size - 1, prefixLength: 8 * labels.length, classless: false }];
}

/** The text of a network: `192.0.2.0/24`, `192.0.2.10-192.0.2.20`, `2001:db8::/32`. */
export function networkText(network: ReverseNetwork): string {
  if (network.family === 6) return `${ip6Text(network.address)}/${network.prefixLength}`;
  if (network.prefixLength !== undefined) return `${ip4Text(network.first)}/${network.prefixLength}`;
  return `${ip4Text(network.first)}-${ip4Text(network.last)}`;
}

/** One way to read the label of a classless zone: the last octets it covers. */
export interface ClasslessRange {
  readonly first: number;
  readonly last: number;
  readonly form: 'prefix' | 'range';
}

/**
 * The readings of the label of a classless reverse zone (RFC 2317 section 4, RFC 4183): `0/26` and `0-26` with a prefix
 * length, `0-63` and `0/63` with the last octet, also with `_`, `to` or a word before it (`net0-63`). `0-26` has two.
 */
export function classlessRanges(label: string): readonly ClasslessRange[] {
  const match = /^(?:(?:sub)?net[-_]?|rev[-_]?)?([0-9]{1,3})(?:[-/_+]|to|-to-)([0-9]{1,3})$/.exec(label);
  const first = octetOf(match?.[1] ?? '');
  const second = octetOf(match?.[2] ?? '');
  if (first === undefined || second === undefined) return [];
  const ranges: ClasslessRange[] = [];
  const size = second >= 24 && second <= 32 ? 2 ** (32 - second) : 0;
  if (size > 0 && first % size === 0) ranges.push({ first, last: first + size - 1, form: 'prefix' });
  if (second > first && !(size > 0 && label.includes('/'))) ranges.push({ first, last: second, form: 'range' });
  return ranges;
}

/** Whether an octet lies in a range. */
export function coversOctet({ first, last }: ClasslessRange, octet: number): boolean {
  return octet >= first && octet <= last;
}

/** Whether an octet lies in the range that a label tells, however it is read; false where the label tells none. */
export function coversInAll(readings: readonly ClasslessRange[], octet: number): boolean {
  return readings.length > 0 && readings.every((range) => coversOctet(range, octet));
}

function classlessNetworks(base: number, label: string): ReverseNetwork[] {
  return classlessRanges(label).map(({ first, last }) => {
    const size = last - first + 1;
    const isNetwork = Number.isInteger(Math.log2(size)) && first % size === 0;
    const prefixLength = isNetwork ? 32 - Math.log2(size) : undefined;
    return { family: 4, first: base + first, last: base + last, prefixLength, classless: true };
  });
}

/** `10.0-63.2.0.192.in-addr.arpa.`: four octets and one label of a known classless form that covers the last. */
function classlessAddress(name: string): number | undefined {
  const labels = labelsOf(name);
  if (labels.length !== 7) return undefined;
  const [last = '', range = '', third = '', second = '', first = ''] = labels;
  const octets = [first, second, third, last].map(octetOf);
  let address = 0;
  for (const octet of octets) {
    if (octet === undefined) return undefined;
    address = address * 256 + octet;
  }
  const readings = classlessRanges(range);
  return readings.some((reading) => covers(reading, address & 255)) ? address : undefined;
}

function covers(range: ClasslessRange, octet: number): boolean {
  return octet >= range.first && octet <= range.last;
}

/** The address of `d.c.b.a.in-addr.arpa.`, read from the right without making strings: every PTR passes here. */
function octetsToIp4(name: string): number | undefined {
  const end = name.length - ip4Arpa.length;
  let address = 0;
  let scale = 1;
  let octet = 0;
  let digits = 0;
  let octets = 0;
  // From the left the octets come lowest first.
  for (let i = 0; i < end; i++) {
    const code = name.charCodeAt(i);
    if (code === 46) {
      if (digits === 0 || octets === 4) return undefined;
      address += octet * scale;
      scale *= 256;
      octets++;
      octet = 0;
      digits = 0;
      continue;
    }
    const digit = code - 48;
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return undefined;
    octet = octet * 10 + digit;
    digits++;
    if (octet > 255) return undefined;
  }
  return octets === 4 && digits === 0 ? address : undefined;
}

function nibblesToIp6(name: string): Ip6 | undefined {
  if (name.length !== 64 + ip6Arpa.length) return undefined;
  const groups = new Array<number>(8).fill(0);
  for (let i = 0; i < 32; i++) {
    const nibble = nibbleAt(name, 2 * i);
    if (nibble < 0 || name.charCodeAt(2 * i + 1) !== 46) return undefined;
    const group = 7 - (i >> 2);
    groups[group] = (groups[group] ?? 0) + nibble * 16 ** (i & 3);
  }
  return groups;
}

function networkOfNibbles(labels: readonly string[]): ReverseNetwork[] {
  if (labels.length > 32) return [];
  const groups = new Array<number>(8).fill(0);
  for (const [index, label] of labels.entries()) {
    const nibble = label.length === 1 ? nibbleAt(label, 0) : -1;
    if (nibble < 0) return [];
    groups[index >> 2] = (groups[index >> 2] ?? 0) + nibble * 16 ** (3 - (index & 3));
  }
  return [{ family: 6, address: groups, prefixLength: 4 * labels.length }];
}

/** The value of an octet's label without leading zeros; undefined for anything else. */
export function octetOf(label: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,2})$/.test(label)) return undefined;
  const value = Number(label);
  return value > 255 ? undefined : value;
}

/** The nibble at `index`, 0 the highest. */
function nibbleOf(address: Ip6, index: number): number {
  return ((address[index >> 2] ?? 0) >> (12 - 4 * (index & 3))) & 15;
}

function nibbleAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
