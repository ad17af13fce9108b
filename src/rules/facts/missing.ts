import { ARPA6_ADDRESS, type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { UNDERSCORE } from '../../dns/service-name.ts';
import { TYPE_CNAME, TYPE_NS } from '../../dns/type-codes.ts';
import { commentMark } from '../../edits/meant/commented-record.ts';
import { isOwnerMistaken } from '../../edits/meant/repeated-origin.ts';
import { isGluedName } from '../../syntax/odd-characters.ts';
import type { Zone } from '../../workspace/instance.ts';
import { isLocalhost } from '../../workspace/localhost.ts';
import { byPlace, ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressCase } from './address-case.ts';
import { pointersStanding } from './lone-pointer.ts';
import { isInNetworks, isOfPairedZone, isPaired, mayHavePointer } from './pairing.ts';

/**
 * The A or AAAA records of an address that lacks a PTR, those first whose name a PTR should have: mail hosts, then by
 * place, names of zones last. Empty where it has one, where nobody here knows, where another view has one, or where the
 * one that is meant for it stands outside its zone.
 */
export function missingRecords(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  const records = unpointedRecords(address, ctx);
  if (records.length === 0 || misplacedPointer(address, records, ctx)) return [];
  return !address.isMailHost && pointerElsewhere(address, ctx) ? [] : records;
}

/** The PTR to a host of an address that stands outside its zone, so that BIND drops it. */
export function misplacedPointer(
  address: AddressCase,
  records: readonly ZoneRecord[],
  { held, store }: RuleContext,
): ZoneRecord | undefined {
  if (records.length === 0) return undefined;
  const outside = [...(held.view.outsidePointers.get(address.address) ?? [])].map((id) => new ZoneRecord(store, id));
  return outside.sort(byPlace).find(({ data }) => records.some(({ owner }) => owner === data));
}

/** Whether `missingRecords` has any. Of an address with many names few are looked at. */
export function lacksPointer(address: AddressCase, ctx: RuleContext): boolean {
  if (!isUnpointed(address, ctx)) return false;
  if (ctx.held.view.outsidePointers.has(address.address)) return missingRecords(address, ctx).length > 0;
  if (!address.isMailHost && pointerElsewhere(address, ctx)) return false;
  return address.hasRecord((record) => isOfHost(record, ctx));
}

/** The same as `missingRecords`, whatever other views have. */
export function unpointedRecords(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  if (!isUnpointed(address, ctx)) return [];
  const records = address.records.filter((record) => isOfHost(record, ctx));
  if (records.length < 2) return records;
  const mailNames = new Set(address.mail.map(({ host }) => host));
  const ofMail: ZoneRecord[] = [];
  const others: ZoneRecord[] = [];
  const ofZones: ZoneRecord[] = [];
  for (const record of records) {
    const { owner } = record;
    (mailNames.has(owner) ? ofMail : owner === record.zone?.apex ? ofZones : others).push(record);
  }
  return others.length === records.length ? records : [...ofMail, ...others, ...ofZones];
}

/** Whether the held reverse zone has no PTR for an address that may have one. */
export function isUnpointed(address: AddressCase, ctx: RuleContext): boolean {
  if (address.owner !== address.address || !mayHavePointer(ctx.store.names, address.address)) return false;
  if (isInNetworks(ctx.store.names, address.address, ctx.settings.externalNetworks)) return false;
  const zone = address.answer.kind === 'none' ? address.reverseZone : undefined;
  if (isLedByLabel(address) && !address.isMailHost) return false;
  return (
    zone !== undefined &&
    !isAboveReverse(zone, { names: ctx.store.names, address: address.address }) &&
    isPaired(zone, ctx)
  );
}

/** Whether only the label of a classless zone tells that its PTR is looked for there: that is enough for a mail host. */
function isLedByLabel({ address, answer }: AddressCase): boolean {
  return answer.kind === 'none' && answer.aliases.length === 0 && answer.name !== address;
}

/** Whether an address record is one that the address's PTR may lead to. */
export function isOfHost(record: ZoneRecord, ctx: RuleContext): boolean {
  return isOfPairedZone(record, ctx) && canBeTarget(record.owner, ctx);
}

/**
 * The root of a closed network answers for reverse names too, and is no reverse zone; nor is `arpa`, unless it has names
 * below that of the address's family.
 */
function isAboveReverse({ apex, view }: Zone, { names, address }: { names: NameTable; address: NameId }): boolean {
  if (apex === names.inAddrArpa || !names.isBelowOrAt(names.inAddrArpa, apex)) return false;
  const family = names.isBelowOrAt(address, names.ip6Arpa) ? names.ip6Arpa : names.inAddrArpa;
  return apex === ROOT || (view.index.weight[family] ?? 0) === 0;
}

/** The PTR of an address in another view that has the address too, and that view. */
export function pointerElsewhere(
  address: AddressCase,
  ctx: RuleContext,
): { readonly pointer: ZoneRecord; readonly view: string } | undefined {
  for (const { held } of ctx.otherViews()) {
    const isHeld = held.recordsTo(address.address, address.type).length > 0;
    const [pointer] = isHeld ? pointersStanding(held, address.address) : [];
    if (pointer) return { pointer, view: held.view.name };
  }
  return undefined;
}

/**
 * Whether an address is one that its host took itself (RFC 4862, RFC 8981): an IPv6 interface identifier made from a
 * hardware address or at random. Name servers and mail hosts are looked at all the same.
 */
export function isSelfAssigned(address: AddressCase, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (names.arpaKind(address.address) !== ARPA6_ADDRESS || !looksSelfAssigned(names, address.address)) return false;
  if (address.isMailHost) return false;
  const { held } = ctx;
  return !address.hasRecord((record) => held.recordsTo(record.owner, TYPE_NS).length > 0 && isOfHost(record, ctx));
}

/** An interface identifier with `ff:fe` in its middle, or with hardly a zero in it. */
export function looksSelfAssigned(names: NameTable, address: NameId): boolean {
  const high = names.ip6.word(address, 2);
  const low = names.ip6.word(address, 3);
  if ((high & 0xff) === 0xff && low >>> 24 === 0xfe) return true;
  let zeros = 0;
  let letters = 0;
  let kinds = 0;
  for (let i = 0; i < 16; i++) {
    const nibble = ((i < 8 ? high : low) >>> (28 - 4 * (i & 7))) & 15;
    if (nibble === 0) zeros++;
    if (nibble > 9) letters++;
    kinds |= 1 << nibble;
  }
  return zeros <= 3 && letters >= 4 && bitCount(kinds) >= 8;
}

/** A name with more records is looked at once, not once for each of its addresses. */
const MANY_RECORDS = 16;

/** Whether a PTR may lead to a name. */
function canBeTarget(name: NameId, ctx: RuleContext): boolean {
  if (!hasManyRecords(name, ctx)) return isTarget(name, ctx);
  const known = ctx.memory.targetsAt(ctx.held.view.version, ctx.store.changes.count);
  let answer = known.get(name);
  if (answer === undefined) {
    answer = isTarget(name, ctx);
    known.set(name, answer);
  }
  return answer;
}

function hasManyRecords(name: NameId, { store, held }: RuleContext): boolean {
  let count = 0;
  for (let id = held.view.index.firstAt(name); id >= 0; id = store.records.nextAt(id))
    if (++count > MANY_RECORDS) return true;
  return false;
}

/**
 * Not names that no PTR should have: wildcards, localhost, aliases (that have other records is said of them), service
 * names, the shared names of a directory's domain controllers, and those that have their zone's name twice for want of a
 * final dot.
 */
function isTarget(name: NameId, { store, held }: RuleContext): boolean {
  const { names } = store;
  if (names.isWildcard(name) || isLocalhost(names, name)) return false;
  if (held.owns(name, TYPE_CNAME)) return false;
  for (let node = name; node > 0; node = names.parent(node)) {
    const first = names.firstByte(node);
    if (first === UNDERSCORE || (node === name && commentMark(names, name) !== undefined)) return false;
    if ((first === LETTER_D || first === LETTER_F) && DIRECTORY_LABELS.has(names.labelText(node))) return false;
  }
  if (!names.isHostName(name) && isGluedName(names.text(name))) return false;
  return !isOwnerMistaken(store, held, name);
}

const LETTER_D = 100;
const LETTER_F = 102;
const DIRECTORY_LABELS: ReadonlySet<string> = new Set(['domaindnszones', 'forestdnszones']);

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
