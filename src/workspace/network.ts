import { ARPA4_ADDRESS, ARPA6, ARPA6_ADDRESS, type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { substituted } from '../dns/substituted.ts';
import { TYPE_CNAME } from '../dns/type-codes.ts';
import { GENERATED } from '../zone/draft.ts';
import type { RecordTable } from './record-table.ts';
import type { Tables } from './tables.ts';
import type { View } from './view.ts';

/** Aliases of aliases are followed so far. */
export const LONGEST_ALIAS_CHAIN = 16;

const NIBBLES = '0123456789abcdef'.split('');

/**
 * The 256 addresses that are looked at together, as the name above their reverse names: an IPv4 network of /24, an IPv6
 * network of /120, a classless zone (RFC 2317). Faults that all of them share are one finding.
 */
export function networkOf(names: NameTable, address: NameId): NameId {
  const parent = names.parent(address);
  return names.arpaKind(address) === ARPA6_ADDRESS ? names.parent(parent) : parent;
}

/** The reverse name with the octets or nibbles of another one in the other order: all, or so many of the highest. */
export function mirrored(names: NameTable, address: NameId, count = 32): NameId {
  const base = names.arpaKind(address) < ARPA6 ? names.inAddrArpa : names.ip6Arpa;
  const labels: string[] = [];
  for (let node = address; node !== base; node = names.parent(node)) labels.unshift(names.labelText(node));
  const turned = [...labels.slice(0, count).reverse(), ...labels.slice(count)];
  return turned.reduce((node, label) => names.childText(node, label), base);
}

/**
 * The addresses that the owner of a PTR outside its zone may be meant for: the one that its labels spell, that in forward
 * order, and that with the labels of the zone's own name in forward order, as below an `$ORIGIN 192.0.2.in-addr.arpa.`.
 * Of an owner that is no address that which it is without its final dot.
 */
export function addressesMeant(names: NameTable, owner: NameId, apex: NameId): ReadonlySet<NameId> {
  if (!names.isAddress(owner)) {
    const relative = isShort(names, owner, apex) ? substituted(names, owner, { end: ROOT, target: apex }) : NO_NAME;
    return new Set(relative !== NO_NAME && names.isAddress(relative) ? [relative] : []);
  }
  const base = names.arpaKind(owner) < ARPA6 ? names.inAddrArpa : names.ip6Arpa;
  const meant = new Set([owner, mirrored(names, owner)]);
  const count = names.depth(apex) - names.depth(base);
  const below = count > 1 && names.isBelowOrAt(apex, base) ? mirrored(names, owner, count) : owner;
  return names.isBelowOrAt(below, apex) ? meant.add(below) : meant;
}

/** Whether an owner has no more labels than an address has below the apex of a reverse zone. */
function isShort(names: NameTable, owner: NameId, apex: NameId): boolean {
  const isIp6 = names.isBelowOrAt(apex, names.ip6Arpa);
  if (!isIp6 && !names.isBelowOrAt(apex, names.inAddrArpa)) return false;
  return (
    names.depth(owner) + names.depth(apex) === names.depth(isIp6 ? names.ip6Arpa : names.inAddrArpa) + (isIp6 ? 32 : 4)
  );
}

/** The octets or nibbles below a name that are known, in their order. */
export function childrenIn(names: NameTable, parent: NameId): NameId[] {
  return names.arpaKind(parent) < ARPA6 ? names.reverse.octetsBelow(parent) : nibblesBelow(names, parent);
}

/** The reverse names of a network that are known, in the order of their addresses. */
export function addressesIn(names: NameTable, network: NameId): NameId[] {
  const kind = names.arpaKind(network);
  if (kind < ARPA6) return names.reverse.octetsBelow(network);
  if (kind === ARPA6_ADDRESS - 2) return names.ip6.addressesBelow(network);
  return nibblesBelow(names, network).flatMap((node) => nibblesBelow(names, node));
}

/** Whether nothing exists below a network's name: none of its addresses has a PTR, an alias or a delegation. */
export function isBare(view: View, records: RecordTable, network: NameId): boolean {
  return (view.index.weight[network] ?? 0) === recordCount(view, records, network);
}

/** Whether $GENERATE made one of the records that lead to an address. */
export function hasGenerated(view: View, records: RecordTable, address: NameId): boolean {
  if (view.generatedCount === 0) return false;
  for (let id = view.index.firstTo(address); id >= 0; id = records.nextTo(id))
    if (((records.flags[id] as number) & GENERATED) !== 0) return true;
  return false;
}

/** The addresses whose PTRs may stand at an owner: itself, that of its octet above a classless label, those of aliases. */
export function addressesBehind({ names, records }: Tables, view: View, owner: NameId): readonly NameId[] {
  const found = new Map([[owner, 0]]);
  for (const [name, depth] of found) {
    if (names.isAddress(name)) continue;
    const network = names.parent(names.parent(name));
    const beside =
      names.arpaKind(network) === ARPA4_ADDRESS - 1 ? names.findChild(network, names.labelText(name)) : NO_NAME;
    if (beside !== NO_NAME) found.set(beside, depth);
    if (depth === LONGEST_ALIAS_CHAIN) continue;
    for (let id = view.index.firstTo(name); id >= 0; id = records.nextTo(id)) {
      const alias = records.owner[id] as number;
      if (records.type[id] === TYPE_CNAME && !found.has(alias)) found.set(alias, depth + 1);
    }
  }
  return [...found.keys()].filter((name) => names.isAddress(name));
}

function recordCount(view: View, records: RecordTable, name: NameId): number {
  let count = 0;
  for (let id = view.index.firstAt(name); id >= 0; id = records.nextAt(id)) count++;
  return count;
}

function nibblesBelow(names: NameTable, parent: NameId): NameId[] {
  const found: NameId[] = [];
  for (const label of NIBBLES) {
    const child = names.findChild(parent, label);
    if (child >= 0) found.push(child);
  }
  return found;
}
