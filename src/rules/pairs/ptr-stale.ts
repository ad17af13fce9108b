import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import { isOwnerMistaken } from '../../edits/meant/repeated-origin.ts';
import { counted, noun, phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { AddressCase } from '../facts/address-case.ts';
import { byAddress } from '../facts/address-order.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { pairedRecords, shown } from '../facts/pairing.ts';
import { isHostElsewhere, viewNote } from '../facts/shared-line.ts';
import { retargetRenamed } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** More PTRs to one name are looked at one by one. */
const MOST_TOGETHER = 64;

const ID = 'ptr-stale';

/** A PTR whose host is gone, while one other name has the address: most likely the host was renamed. */
export const ptrStale = defineRule({
  id: ID,
  scope: 'address',
  severity: 'warning',
  summary: 'PTR record names a host that is gone; one other name has the address',
  tag: 'unnecessary',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      const renamed = newName(pointer, address, ctx);
      if (renamed === NO_NAME) continue;
      ctx.claim(pointer);
      const others =
        address.isMailHost || ctx.isSilenced(ID, pointer) ? [] : otherAddresses(pointer, address, renamed, ctx);
      if (others.some((other) => byAddress(ctx.store.names, other, address.address) < 0)) continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      const count = others.length === 0 ? '' : ` (${counted(others.length + 1, noun`PTR record`)})`;
      report({
        at: pointer.at('target'),
        message: phrase`${shown(ctx, pointer.data)} does not exist, and ${address.text} belongs to ${shown(ctx, renamed)}: renamed, or misspelt?${count}${viewNote(pointer, address, ctx)}${note.text}`,
        claims: [pointer],
        data: { address: address.text, target: ctx.held.text(renamed), count: others.length + 1 },
        ...forwardSide(address, note, ctx),
      });
    }
  },
  members(finding, ctx) {
    const { record: pointer, address } = new Subject(finding, ctx);
    if (!pointer || finding.severity === 'error') return [];
    const addressCase = new AddressCase(ctx.held, ctx.mail, address, pointer.owner);
    const renamed = newName(pointer, addressCase, ctx);
    return [finding.key, ...(finding.data?.count === 1 ? [] : otherAddresses(pointer, addressCase, renamed, ctx))];
  },
  fixes: (finding, ctx) => retargetRenamed(new Subject(finding, ctx)),
});

/** The only name that has the address, where the target has no address of any family. */
function newName(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): NameId {
  if (pointer.generated || address.standing(pointer) !== 'no-address') return NO_NAME;
  if (isHostElsewhere(pointer, address, ctx)) return NO_NAME;
  const owners = new Set(pairedRecords(address, ctx).map(({ owner }) => owner));
  const [owner] = owners;
  if (owners.size !== 1 || owner === undefined || owner === pointer.data || ctx.store.names.isWildcard(owner))
    return NO_NAME;
  // Beside the PTR of the new name that of the old one was forgotten: it is not to be changed, but to go.
  if (address.pointers.some(({ data }) => data === owner)) return NO_NAME;
  if (isOwnerMistaken(ctx.store, ctx.held, owner)) return NO_NAME;
  // An alias is there still, wherever it leads.
  if (address.targetAnswer(pointer).aliases.length > 0) return NO_NAME;
  const otherFamily = address.type === TYPE_A ? TYPE_AAAA : TYPE_A;
  return ctx.held.lookup(pointer.data, otherFamily).kind === 'none' ? owner : NO_NAME;
}

/** The other addresses of the renamed host whose PTR has the old name too. */
function otherAddresses(pointer: ZoneRecord, address: AddressCase, renamed: NameId, ctx: RuleContext): NameId[] {
  const siblings = ctx.held.recordsTo(pointer.data, TYPE_PTR);
  if (siblings.length > MOST_TOGETHER) return [];
  const found = new Set<NameId>();
  for (const { owner } of siblings) {
    if (owner === address.address || !ctx.store.names.isAddress(owner)) continue;
    ctx.watch(owner);
    const other = new AddressCase(ctx.held, ctx.mail, owner);
    if (other.mail.length > 0) continue;
    const isOne = (each: ZoneRecord): boolean =>
      each.data === pointer.data && newName(each, other, ctx) === renamed && !ctx.isSilenced(ID, each);
    if (ownPointers(other, ctx).some(isOne)) found.add(owner);
  }
  return [...found];
}
