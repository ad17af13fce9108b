import { type NameId, NO_NAME } from '../dns/name-table.ts';
import type { Answer } from '../workspace/held.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { AddressCase } from './address-case.ts';
import type { RuleContext } from './rule.ts';

/** Of a host with more addresses it is not asked whether each has its PTR. */
const MOST_ADDRESSES = 16;

/**
 * Why a PTR names a host that has another address, where what is held tells. `left-over`: the host's addresses have their
 * PTRs.
 */
export type Cause = { readonly kind: 'left-over' };

/** Why a PTR of an address is not confirmed by its target, which has other addresses; undefined where nothing tells. */
export function causeOf(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): Cause | undefined {
  if (pointer.generated || address.owner !== address.address || address.mail.length > 0) return undefined;
  const answer = address.targetAnswer(pointer);
  if (address.standing(pointer) !== 'mismatch' || answer.kind !== 'records' || answer.wildcard) return undefined;
  if (answer.records.length > MOST_ADDRESSES) return undefined;
  const isFree = !address.hasRecord(() => true);
  if (!isFree && !isBesideConfirmed(pointer, address)) return undefined;
  if (answer.records.every(({ data }) => hasPointerTo(data, [pointer.data, answer.name], ctx)))
    return { kind: 'left-over' };
  return undefined;
}

/** Whether the address keeps a PTR that its target confirms when another one goes. */
function isBesideConfirmed(pointer: ZoneRecord, address: AddressCase): boolean {
  return address.pointers.some(({ id, data }) => id !== pointer.id && address.hasRecord(({ owner }) => owner === data));
}

/** Whether a PTR of an address names one of these names. */
function hasPointerTo(address: NameId, targets: readonly NameId[], ctx: RuleContext): boolean {
  const answer = ctx.held.pointers(address);
  watchAnswer(address, answer, ctx);
  return answer.kind === 'records' && !answer.wildcard && answer.records.some(({ data }) => targets.includes(data));
}

/** What becomes of a question for an address's PTRs is heard of. */
function watchAnswer(address: NameId, answer: Answer, ctx: RuleContext): void {
  ctx.watch(address);
  for (const { owner } of answer.aliases) ctx.watch(owner);
  if (answer.kind !== 'loop' && answer.name !== NO_NAME) ctx.watch(answer.name);
}
