import { kindOfIp4, PRIVATE_ADDRESS } from '../../dns/address-kind.ts';
import { networksOfReverseZone } from '../../dns/arpa.ts';
import { parseIp4 } from '../../dns/ip4.ts';
import { parseIp6 } from '../../dns/ip6.ts';
import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, type NameTable } from '../../dns/name-table.ts';
import { undotted } from '../../dns/shown-name.ts';
import { CLASS_IN } from '../../dns/types.ts';
import type { Zone } from '../../workspace/instance.ts';
import { type AddressRange, contains, range4, range6, rangeWithin } from '../../workspace/range.ts';
import { isCatalog, isEmptyZone } from '../../workspace/zone-kind.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressCase } from './address-case.ts';

/**
 * Whether the hosts of a zone are to have PTR records: not those of a response policy zone, a catalog zone (RFC 9432), a
 * block list (RFC 5782), a zone that servers keep to answer nothing (RFC 6303) or one of another class than IN.
 */
export function isPaired(zone: Zone, ctx: RuleContext): boolean {
  if (zone.root.zoneClass !== CLASS_IN) return false;
  if (zone.traits.responsePolicy || zone.traits.catalog || zone.view.marks.has(zone)) return false;
  if (zone.view.versions.has(zone) && isCatalog(ctx.store, zone)) return false;
  if (zone.view.emptyZones.get(zone) ?? isEmptyZone(ctx.store, zone)) return false;
  const { policyZones } = ctx.memory;
  let isPolicy = policyZones.get(zone);
  if (isPolicy === undefined) {
    isPolicy = hasPolicyLabel(ctx.store.names, zone.apex);
    policyZones.set(zone, isPolicy);
  }
  return !isPolicy;
}

/** Whether an address can have a PTR that others look up: not loopback, unspecified, link-local or multicast. */
export function mayHavePointer(names: NameTable, address: NameId): boolean {
  if (names.arpaKind(address) === ARPA4_ADDRESS) {
    const ip4 = names.ip4Of(address);
    const first = ip4 >>> 24;
    return first !== 0 && first !== 127 && first < 224 && ip4 >>> 16 !== 0xa9fe;
  }
  if (names.arpaKind(address) !== ARPA6_ADDRESS) return false;
  const [first = 0, second = 0, third = 0, fourth = 0] = names.reverse.ip6Of(address);
  if (first === 0 && second === 0 && third === 0 && fourth <= 1) return false;
  return first >>> 24 !== 0xff && first >>> 22 !== 0x3fa;
}

/** The A and AAAA records of an address in zones whose hosts are paired. */
export function pairedRecords(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  return address.records.filter((record) => isOfPairedZone(record, ctx));
}

/** Whether a record is one of a zone whose hosts are paired. */
export function isOfPairedZone({ zone }: ZoneRecord, ctx: RuleContext): boolean {
  return zone !== undefined && isPaired(zone, ctx);
}

/** Whether a PTR may lead to a name: not into a zone whose hosts are to have none. */
export function isTargetPaired(target: NameId, ctx: RuleContext): boolean {
  const zone = target < 0 ? undefined : ctx.held.enclosingZone(target);
  return zone === undefined || isPaired(zone, ctx);
}

/** Whether an address lies in one of the networks of a setting (CIDR, as written). */
export function isInNetworks(names: NameTable, address: NameId, networks: readonly string[]): boolean {
  return networks.some((network) => {
    const range = rangeOf(names, network);
    return range !== undefined && contains(names, range, address);
  });
}

/** Whether all addresses below a name of the reverse tree lie in one of the networks of a setting. */
export function isWithinNetworks(names: NameTable, name: NameId, networks: readonly string[]): boolean {
  const [own] = networks.length > 0 ? networksOfReverseZone(names.text(name)) : [];
  if (own?.prefixLength === undefined) return false;
  const range =
    own.family === 4 ? range4(names, own.first, own.prefixLength) : range6(names, own.address, own.prefixLength);
  return networks.some((network) => {
    const wide = rangeOf(names, network);
    return wide !== undefined && rangeWithin(names, wide, range);
  });
}

/** The range of a CIDR; of an address alone that address. */
function rangeOf(names: NameTable, network: string): AddressRange | undefined {
  const [text = '', length] = network.split('/');
  const ip4 = parseIp4(text);
  if (ip4 !== undefined) return range4(names, ip4, lengthOf(length, 32));
  const ip6 = parseIp6(text);
  return ip6 && range6(names, ip6, lengthOf(length, 128));
}

/** Whether the PTR of an address names a network, by custom: it ends in 0 or 255, and no host has it (RFC 1101). */
export function namesNetwork(address: AddressCase, { store: { names } }: RuleContext): boolean {
  if (names.arpaKind(address.address) !== ARPA4_ADDRESS) return false;
  const octet = names.ip4Of(address.address) & 255;
  return (octet === 0 || octet === 255) && !address.isMailHost && !address.hasRecord(() => true);
}

/** Whether an address is for use inside a network only (RFC 1918, RFC 6598, RFC 4193). */
export function isPrivate(names: NameTable, address: NameId): boolean {
  if (names.arpaKind(address) === ARPA4_ADDRESS) return kindOfIp4(names.ip4Of(address)) === PRIVATE_ADDRESS;
  return names.arpaKind(address) === ARPA6_ADDRESS && names.ip6.word(address, 0) >>> 25 === 0x7e;
}

/** Whether an address is that of each host itself (127.0.0.0/8, ::1). */
export function isLoopbackAddress(names: NameTable, address: NameId): boolean {
  if (names.arpaKind(address) === ARPA4_ADDRESS) return names.ip4Of(address) >>> 24 === 127;
  if (names.arpaKind(address) !== ARPA6_ADDRESS) return false;
  const [first, second, third, fourth] = names.reverse.ip6Of(address);
  return first === 0 && second === 0 && third === 0 && fourth === 1;
}

/** A name as it stands in a sentence: without its final dot. */
export function shown(ctx: RuleContext, name: NameId): string {
  return undotted(ctx.held.text(name));
}

function lengthOf(text: string | undefined, greatest: number): number {
  const length = text === undefined ? greatest : Number(text);
  return Number.isInteger(length) && length >= 0 && length <= greatest ? length : greatest;
}

/** A label that says `rpz`, alone or beside other words. */
function hasPolicyLabel(names: NameTable, apex: NameId): boolean {
  for (let node = apex; node > 0; node = names.parent(node))
    if (/^rpz(?:$|[-_])|[-_]rpz$/.test(names.labelText(node))) return true;
  return false;
}
