import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, type NameTable } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressKinds } from './counted-addresses.ts';
import { isPrivate } from './pairing.ts';
import { blocksOfZone } from './zone-records.ts';

const ADDRESSES = [TYPE_A, TYPE_AAAA];
/** So many of each kind are told one by one. */
const MOST_ADDRESSES_TOLD = 100;

/** What the addresses of a zone are, all together; each `yield` is a place to stop. */
export function* addressKindsOf(zone: Zone, ctx: RuleContext): Generator<void, AddressKinds> {
  const { zoneKinds } = ctx.memory;
  const { changes } = ctx.store;
  let known = zoneKinds.get(zone);
  if (known?.changeCount !== changes.count) {
    known = { changeCount: changes.count, kinds: { count: 0, private: 0, special: 0 } };
    for (const ids of blocksOfZone(zone, ADDRESSES)) {
      if (!ids) {
        yield;
        continue;
      }
      const { count, private: inside, special } = kindsOfBlock(ids, ctx);
      known.kinds.count += count;
      known.kinds.private += inside;
      known.kinds.special += special;
    }
    zoneKinds.set(zone, known);
  }
  return known.kinds;
}

/** The first records of a zone with addresses of a kind; each `yield` is a place to stop. */
export function* firstOfKind(
  kind: 'private' | 'special',
  zone: Zone,
  ctx: RuleContext,
): Generator<void, readonly RecordId[]> {
  const { names, records } = ctx.store;
  const first: RecordId[] = [];
  for (const ids of blocksOfZone(zone, ADDRESSES)) {
    if (!ids) yield;
    else if (kindsOfBlock(ids, ctx)[kind] > 0)
      for (const id of ids) {
        if (!ADDRESSES.includes(records.type[id] as number) || kindOf(names, records.data[id] as number) !== kind)
          continue;
        first.push(id);
        if (first.length === MOST_ADDRESSES_TOLD) return first;
      }
  }
  return first;
}

function kindsOfBlock(ids: Int32Array, ctx: RuleContext): AddressKinds {
  const { addressKinds } = ctx.memory;
  let kinds = addressKinds.get(ids);
  if (!kinds) {
    kinds = kindsIn(ids, ctx);
    addressKinds.set(ids, kinds);
  }
  return kinds;
}

/** What an address is that no host can be reached at (RFC 6890), in words; undefined for all others. */
export function specialKind(names: NameTable, address: NameId): string | undefined {
  if (names.arpaKind(address) === ARPA4_ADDRESS) {
    const ip4 = names.ip4Of(address);
    const first = ip4 >>> 24;
    if (first === 0) return phrase`unspecified`;
    if (first === 127) return phrase`a loopback address`;
    if (ip4 >>> 16 === 0xa9fe) return phrase`a link-local address`;
    if (first >= 240) return phrase`reserved`;
    return first >= 224 ? phrase`a multicast address` : undefined;
  }
  if (names.arpaKind(address) !== ARPA6_ADDRESS) return undefined;
  const [first = 0, second = 0, third = 0, fourth = 0] = names.reverse.ip6Of(address);
  if (first >>> 24 === 0xff) return phrase`a multicast address`;
  if (first >>> 22 === 0x3fa) return phrase`a link-local address`;
  if (first >>> 22 === 0x3fb) return phrase`a site-local address, which no network uses any more`;
  if (first !== 0 || second !== 0) return undefined;
  if (third === 0xffff) return phrase`an IPv4 address mapped to IPv6`;
  if (third !== 0) return undefined;
  // RFC 4291 section 2.5.5.1: IPv4 addresses in this form are gone.
  if (fourth >>> 0 > 0xffff) return phrase`an IPv4 address in a form that nobody reaches`;
  if (fourth > 1) return undefined;
  return fourth === 0 ? phrase`unspecified` : phrase`the loopback address`;
}

function kindsIn(ids: Int32Array, { store: { names, records } }: RuleContext): AddressKinds {
  const { type, data } = records;
  const kinds: AddressKinds = { count: 0, private: 0, special: 0 };
  let networkBefore = -1;
  /** That of the network met last: none of the kinds is of a part of an IPv4 network. */
  let kind: ReturnType<typeof kindOf>;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as RecordId;
    if (type[id] !== TYPE_A && type[id] !== TYPE_AAAA) continue;
    kinds.count++;
    const address = data[id] as number;
    const network = type[id] === TYPE_A && address >= 0 ? names.ip4Of(address) >>> 8 : -1;
    if (network < 0 || network !== networkBefore) kind = kindOf(names, address);
    networkBefore = network;
    if (kind) kinds[kind]++;
  }
  return kinds;
}

/** The kind of an address; undefined of one that everybody reaches. */
function kindOf(names: NameTable, address: NameId): 'private' | 'special' | undefined {
  if (isOrdinary6(names, address)) return undefined;
  if (specialKind(names, address) !== undefined) return 'special';
  return isPrivate(names, address) ? 'private' : undefined;
}

/** The case of nearly all: those that are given out for everybody begin with the bits 001 (RFC 4291 section 2.4). */
function isOrdinary6(names: NameTable, address: NameId): boolean {
  return names.arpaKind(address) === ARPA6_ADDRESS && names.ip6.word(address, 0) >>> 29 === 1;
}
