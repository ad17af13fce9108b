import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { AddressCase } from './address-case.ts';
import { isOfHost, isUnpointed, pointerElsewhere } from './missing.ts';
import { isInNetworks } from './pairing.ts';
import { isKnownToAll } from './shared-line.ts';

/** Of a host with more addresses it is not asked whether each has its PTR. */
const MOST_ADDRESSES = 16;

/**
 * Why a PTR names a host that has another address, where what is held tells. `left-over`: the host's addresses have their
 * PTRs. `misplaced`: the host's one address lacks its PTR, and nothing else owns the address that this one stands at.
 * `shared`: the host's one address has the PTR of another host that has it too.
 */
export type Cause =
  | { readonly kind: 'left-over' }
  | { readonly kind: 'misplaced'; readonly address: AddressCase }
  | { readonly kind: 'shared'; readonly record: ZoneRecord; readonly host: NameId };

/** Why a PTR of an address is not confirmed by its target, which has other addresses; undefined where nothing tells. */
export function causeOf(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): Cause | undefined {
  if (pointer.generated || address.address === NO_NAME || address.isMailHost) return undefined;
  const answer = address.targetAnswer(pointer);
  if (address.standing(pointer) !== 'mismatch' || answer.kind !== 'records' || answer.wildcard) return undefined;
  if (answer.records.length > MOST_ADDRESSES || !isKnownToAll(pointer, address, ctx)) return undefined;
  const isFree = !address.hasRecord(() => true);
  if (!isFree && !isBesideConfirmed(pointer, address)) return undefined;
  if (answer.records.every(({ data }) => hasPointerTo(data, [pointer.data, answer.name], ctx)))
    return { kind: 'left-over' };
  const [record, second] = answer.records;
  if (!record || second || !isFree || record.generated || answer.aliases.length > 0) return undefined;
  ctx.watch(record.data);
  const other = new AddressCase(ctx.held, ctx.mail, record.data);
  const host = hostOf(other);
  if (host !== NO_NAME) return { kind: 'shared', record, host };
  return isMeantFor(other, pointer, record, ctx) ? { kind: 'misplaced', address: other } : undefined;
}

/** Whether the address keeps a PTR that its target confirms when another one goes. */
function isBesideConfirmed(pointer: ZoneRecord, address: AddressCase): boolean {
  return address.pointers.some(({ id, data }) => id !== pointer.id && address.hasRecord(({ owner }) => owner === data));
}

/** Whether a PTR of an address names one of these names. */
function hasPointerTo(address: NameId, targets: readonly NameId[], ctx: RuleContext): boolean {
  ctx.watch(address);
  const answer = ctx.held.pointers(address);
  return answer.kind === 'records' && !answer.wildcard && answer.records.some(({ data }) => targets.includes(data));
}

/** The host that all PTRs of an address name and that has the address; -1 where there is none. */
function hostOf(address: AddressCase): NameId {
  const { answer, pointers } = address;
  const [first] = pointers;
  if (!first || answer.kind !== 'records' || answer.wildcard) return NO_NAME;
  const isHost = pointers.every(({ data }) => data === first.data && address.hasRecord(({ owner }) => owner === data));
  return isHost ? first.data : NO_NAME;
}

/** Whether the PTR at another address was meant for this one: it is the only one of its target, which has no other. */
function isMeantFor(address: AddressCase, pointer: ZoneRecord, record: ZoneRecord, ctx: RuleContext): boolean {
  const { held, settings } = ctx;
  if (address.reverseZone !== pointer.zone || !isUnpointed(address, ctx) || !isOfHost(record, ctx)) return false;
  if (held.view.outsidePointers.has(address.address)) return false;
  if (isInNetworks(ctx.store.names, pointer.owner, settings.externalNetworks)) return false;
  return isOnlyPointer(pointer, ctx) && !pointerElsewhere(address, ctx);
}

/** Whether no other PTR of the family leads to the target. */
function isOnlyPointer(pointer: ZoneRecord, { store, held }: RuleContext): boolean {
  const { names, records } = store;
  const isIp6 = names.isBelowOrAt(pointer.owner, names.ip6Arpa);
  for (let id = held.view.index.firstTo(pointer.data); id >= 0; id = records.nextTo(id)) {
    if (id === pointer.id || records.type[id] !== TYPE_PTR) continue;
    if (names.isBelowOrAt(records.owner[id] as number, names.ip6Arpa) === isIp6) return false;
  }
  return true;
}
