import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, type NameTable } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressKinds, SomeRecords } from './counted-addresses.ts';
import { isPrivate } from './pairing.ts';
import { blocksOfZone } from './zone-records.ts';

/** So many of each kind are told one by one. */
const MOST_ADDRESSES_TOLD = 100;

/** What the addresses of a zone are, all together; undefined now and then, as a place to stop. The last one is the answer. */
export function* addressKindsOf(zone: Zone, ctx: RuleContext): Generator<AddressKinds | undefined, void, undefined> {
  let count = 0;
  const inside: SomeRecords = { count: 0, first: [] };
  const special: SomeRecords = { count: 0, first: [] };
  for (const ids of blocksOfZone(zone, [TYPE_A, TYPE_AAAA])) {
    if (!ids) {
      yield undefined;
      continue;
    }
    let kinds = ctx.memory.addressKinds.get(ids);
    if (!kinds) {
      kinds = kindsIn(ids, ctx);
      ctx.memory.addressKinds.set(ids, kinds);
    }
    count += kinds.count;
    addAll(inside, kinds.private);
    addAll(special, kinds.special);
  }
  yield { count, private: inside, special };
}

function addAll(all: SomeRecords, { count, first }: SomeRecords): void {
  all.count += count;
  for (const id of first) if (all.first.length < MOST_ADDRESSES_TOLD) all.first.push(id);
}

function add(all: SomeRecords, id: RecordId): void {
  if (all.count++ < MOST_ADDRESSES_TOLD) all.first.push(id);
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
  let count = 0;
  const inside: SomeRecords = { count: 0, first: [] };
  const special: SomeRecords = { count: 0, first: [] };
  for (const id of ids) {
    const type = records.type[id];
    if (type !== TYPE_A && type !== TYPE_AAAA) continue;
    count++;
    const address = records.data[id] as number;
    if (type === TYPE_A ? isOrdinary4(names.ip4Of(address)) : isOrdinary6(names, address)) continue;
    if (specialKind(names, address) !== undefined) add(special, id);
    else if (isPrivate(names, address)) add(inside, id);
  }
  return { count, private: inside, special };
}

/** The case of nearly all: neither of the first octets of which some are not for everybody. */
function isOrdinary4(ip4: number): boolean {
  const first = ip4 >>> 24;
  return first > 0 && first < 224 && first !== 10 && first !== 100 && first !== 127 && first < 169;
}

/** The same of IPv6: those that are given out for everybody begin with the bits 001 (RFC 4291 section 2.4). */
function isOrdinary6(names: NameTable, address: NameId): boolean {
  return names.arpaKind(address) === ARPA6_ADDRESS && names.ip6.word(address, 0) >>> 29 === 1;
}
