import { classlessRanges, coversOctet } from '../dns/arpa.ts';
import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { type Ip6, ip6Text, parseIp6 } from '../dns/ip6.ts';
import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import { phrase } from '../language/phrase.ts';
import type { Held } from '../workspace/held.ts';
import type { Zone } from '../workspace/instance.ts';
import { type AddressRange, range4, range6 } from '../workspace/range.ts';
import type { Refusal } from './change.ts';

/** The reverse zone of a network: its name, and how its owners are written. */
export interface ReverseCut {
  readonly apex: NameId;
  /** Canonical and absolute. */
  readonly apexText: string;
  readonly range: AddressRange;
  /** `192.0.2.0/24`. */
  readonly text: string;
  /** The owner of an address, relative to the zone. */
  readonly ownerOf: (address: NameId) => string;
  readonly compare: (a: NameId, b: NameId) => number;
  /** For a network under /24: what the zone above needs (RFC 2317). */
  readonly aliases?: {
    readonly parent: string;
    readonly label: string;
    readonly first: number;
    readonly last: number;
  };
}

/** The reverse zone of a network or of an address alone, which stands for its /24 or /64. */
export function reverseCut(names: NameTable, network: string): ReverseCut | Refusal {
  const [address = '', length, ...rest] = network.trim().split('/');
  if (rest.length > 0) return { refused: notNetwork(network) };
  const ip4 = parseIp4(address);
  if (ip4 !== undefined) return cut4(names, ip4, lengthOf(length, 24, 32));
  const ip6 = parseIp6(address);
  if (ip6 !== undefined) return cut6(names, ip6, lengthOf(length, 64, 128));
  return { refused: notNetwork(network) };
}

/** The held classless zone (RFC 2317) of a /24's name whose label covers these octets, whatever its form. */
export function classlessZone(
  { view, store: { names } }: Held,
  above: NameId,
  octets: { readonly first: number; readonly last: number },
): Zone | undefined {
  for (const apex of view.classlessZones(names).get(above) ?? []) {
    const readings = classlessRanges(names.labelText(apex));
    if (readings.some((range) => coversOctet(range, octets.first) && coversOctet(range, octets.last)))
      return view.zoneAt(apex);
  }
  return undefined;
}

function notNetwork(text: string): string {
  return phrase`"${text}" is no network: write it like 192.0.2.0/24 or 2001:db8::/48`;
}

function cut4(names: NameTable, address: number, length: number | undefined): ReverseCut | Refusal {
  if (length === undefined || length < 8) return { refused: phrase`the prefix length is to be from 8 to 31` };
  if (length > 31)
    return { refused: phrase`one address has no zone of its own: ask the owner of its network for the PTR` };
  if (length < 24 && length % 8 !== 0) {
    const next = Math.ceil(length / 8) * 8;
    return {
      refused: phrase`a network of /${length} has ${2 ** (next - length)} reverse zones of /${next}: create each`,
    };
  }
  const range = range4(names, address, length);
  const first = names.ip4Of(range.first);
  const text = `${ip4Text(first)}/${length}`;
  const compare = (a: NameId, b: NameId): number => names.ip4Of(a) - names.ip4Of(b);
  if (length > 24) return classlessCut(names, { range, first, length, text, compare });
  const apex = names.ancestorAt(range.first, names.depth(names.inAddrArpa) + length / 8);
  return { apex, apexText: names.text(apex), range, text, ownerOf: (name) => relative(names, name, apex), compare };
}

function classlessCut(
  names: NameTable,
  cut: Pick<ReverseCut, 'range' | 'text' | 'compare'> & { readonly first: number; readonly length: number },
): ReverseCut | Refusal {
  const { range, text, compare } = cut;
  const first = cut.first & 255;
  const last = first + 2 ** (32 - cut.length) - 1;
  const label = `${first}-${last}`;
  const above = names.parent(range.first);
  const apex = names.childText(above, label);
  if (apex === NO_NAME) return { refused: phrase`the name of the zone would be too long` };
  const aliases = { parent: names.text(above), label, first, last };
  return { apex, apexText: names.text(apex), range, text, ownerOf: (name) => names.labelText(name), compare, aliases };
}

function cut6(names: NameTable, address: Ip6, length: number | undefined): ReverseCut | Refusal {
  if (length === undefined || length < 4 || length > 124)
    return { refused: phrase`the prefix length is to be from 4 to 124` };
  if (length % 4 !== 0) {
    const next = Math.ceil(length / 4) * 4;
    return {
      refused: phrase`a network of /${length} has ${2 ** (next - length)} reverse zones of /${next}: create each`,
    };
  }
  const range = range6(names, address, length);
  const apex = names.ancestorAt(range.first, names.depth(names.ip6Arpa) + length / 4);
  const groups = [...names.reverse.ip6Of(range.first)].flatMap((word) => [word >>> 16, word & 0xffff]);
  const compare = (a: NameId, b: NameId): number => compareWords(names.reverse.ip6Of(a), names.reverse.ip6Of(b));
  return {
    apex,
    apexText: names.text(apex),
    range,
    text: `${ip6Text(groups)}/${length}`,
    ownerOf: (name) => relative(names, name, apex),
    compare,
  };
}

function relative(names: NameTable, name: NameId, apex: NameId): string {
  const labels: string[] = [];
  for (let node = name; node > 0 && node !== apex; node = names.parent(node)) labels.push(names.labelText(node));
  return labels.join('.');
}

function compareWords(a: Uint32Array, b: Uint32Array): number {
  for (const [index, word] of a.entries()) {
    const difference = word - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function lengthOf(text: string | undefined, usual: number, greatest: number): number | undefined {
  if (text === undefined) return usual;
  const length = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  return length >= 0 && length <= greatest ? length : undefined;
}
