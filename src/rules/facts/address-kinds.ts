import { kindOfIp4, ORDINARY_ADDRESS, PRIVATE_ADDRESS, SPECIAL_ADDRESS } from '../../dns/address-kind.ts';
import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, type NameTable } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId, RecordTable } from '../../workspace/record-table.ts';
import { bitsOfTypes } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressKinds } from './counted-addresses.ts';
import { FirstTold } from './first-told.ts';
import { isPrivate } from './pairing.ts';
import { blocksWith } from './zone-records.ts';

const ADDRESSES = [TYPE_A, TYPE_AAAA];
const ADDRESS_BITS = bitsOfTypes(ADDRESSES);
const FEW_RECORDS = 32;

/** What the addresses of a zone are, all together; each `yield` is a place to stop. */
export function* addressKindsOf(zone: Zone, ctx: RuleContext): Generator<void, AddressKinds> {
  const { zoneKinds } = ctx.memory;
  const { changes } = ctx.store;
  let known = zoneKinds.get(zone);
  if (known?.changeCount !== changes.count) {
    known = { changeCount: changes.count, kinds: { count: 0, private: 0, special: 0 } };
    for (const block of blocksWith(zone, ADDRESS_BITS)) {
      if (!block) {
        yield;
        continue;
      }
      const { count, private: inside, special } = kindsOfBlock(block, ctx);
      known.kinds.count += count;
      known.kinds.private += inside;
      known.kinds.special += special;
    }
    zoneKinds.set(zone, known);
  }
  return known.kinds;
}

/**
 * Whether the addresses of a zone are certainly private for the most part, as the first of its blocks tell: there are more
 * of these in blocks of private ones alone than records in all others.
 */
export function areNearlyAllPrivate({ root }: Zone, { store: { records } }: RuleContext): boolean {
  let others = 0;
  for (const block of root.blocks) {
    if (!block || block.children.length > 0) return false;
    if ((block.types & ADDRESS_BITS) !== 0 && block.addressKinds !== PRIVATE_ADDRESS) others += block.inside.length;
  }
  for (const block of root.blocks) {
    if (block?.addressKinds !== PRIVATE_ADDRESS) continue;
    others -= countIn(block, records);
    if (others < 0) return true;
  }
  return false;
}

/** The first records of a zone with addresses of a kind that a rule tells; each `yield` is a place to stop. */
export function* firstOfKind(
  kind: 'private' | 'special',
  rule: string,
  zone: Zone,
  ctx: RuleContext,
): Generator<void, FirstTold> {
  const { names, records } = ctx.store;
  const all = yield* addressKindsOf(zone, ctx);
  const told = new FirstTold(rule, zone, all[kind], ctx);
  for (const block of blocksWith(zone, ADDRESS_BITS)) {
    if (!block) {
      yield;
      continue;
    }
    const count = kindsOfBlock(block, ctx)[kind];
    if (count > 0)
      told.add(
        block,
        count,
        (id) => ADDRESSES.includes(records.type[id] as number) && kindOf(names, records.data[id] as number) === kind,
      );
  }
  return told;
}

function kindsOfBlock(block: InstanceBlock, ctx: RuleContext): AddressKinds {
  const { store, memory } = ctx;
  switch (block.addressKinds) {
    case PRIVATE_ADDRESS: {
      const count = countIn(block, store.records);
      return { count, private: count, special: 0 };
    }
    case ORDINARY_ADDRESS:
      return { count: countIn(block, store.records), private: 0, special: 0 };
  }
  // To look at few takes less time than to keep what they are.
  if (block.inside.length < FEW_RECORDS) return kindsIn(block, ctx);
  let kinds = memory.addressKinds.get(block.inside);
  if (!kinds) {
    kinds = kindsIn(block, ctx);
    memory.addressKinds.set(block.inside, kinds);
  }
  return kinds;
}

function countIn({ inside }: InstanceBlock, { type }: RecordTable): number {
  let count = 0;
  for (let i = 0; i < inside.length; i++) {
    const one = type[inside[i] as RecordId];
    if (one === TYPE_A || one === TYPE_AAAA) count++;
  }
  return count;
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

function kindsIn({ inside }: InstanceBlock, { store: { names, records } }: RuleContext): AddressKinds {
  const kinds: AddressKinds = { count: 0, private: 0, special: 0 };
  for (const id of inside) {
    if (!ADDRESSES.includes(records.type[id] as number)) continue;
    kinds.count++;
    const kind = kindOf(names, records.data[id] as number);
    if (kind) kinds[kind]++;
  }
  return kinds;
}

/** The kind of an address; undefined of one that everybody reaches. */
function kindOf(names: NameTable, address: NameId): 'private' | 'special' | undefined {
  if (names.arpaKind(address) === ARPA4_ADDRESS) {
    const kind = kindOfIp4(names.ip4Of(address));
    if (kind === SPECIAL_ADDRESS) return 'special';
    return kind === PRIVATE_ADDRESS ? 'private' : undefined;
  }
  if (isOrdinary6(names, address)) return undefined;
  if (specialKind(names, address) !== undefined) return 'special';
  return isPrivate(names, address) ? 'private' : undefined;
}

/** The case of nearly all: those that are given out for everybody begin with the bits 001 (RFC 4291 section 2.4). */
function isOrdinary6(names: NameTable, address: NameId): boolean {
  return names.arpaKind(address) === ARPA6_ADDRESS && names.ip6.word(address, 0) >>> 29 === 1;
}
