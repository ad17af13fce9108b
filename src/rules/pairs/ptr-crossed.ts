import type { NameId } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { AddressCase } from '../facts/address-case.ts';
import { byAddress } from '../facts/address-order.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { viewNote } from '../facts/shared-line.ts';
import { swapTargets } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Two hosts whose PTRs stand at each other's address. */
export const ptrCrossed = defineRule({
  id: 'ptr-crossed',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR records of two hosts are swapped',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      const other = partnerOf(pointer, address, ctx);
      if (!other) continue;
      ctx.claim(pointer);
      // Said once, at the lower address, unless only the other one sends mail.
      if (byAddress(ctx.store.names, other.address.address, address.address) < 0) continue;
      const sender = address.isMailHost ? address : other.address;
      const note = mailNote(sender, REFUSED_UNCONFIRMED, ctx);
      const side = forwardSide(address, note, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`The PTR records of ${address.text} and ${other.address.text} are swapped: ${shown(ctx, pointer.data)} has ${other.address.text}, ${shown(ctx, other.pointer.data)} has ${address.text}${viewNote(pointer, address, ctx)}${note.text}`,
        related: [{ at: other.pointer.at('target'), message: phrase`The other PTR record` }, ...side.related],
        counterpart: other.pointer.at('target'),
        counterpartMessage: phrase`This PTR record and that of ${address.text} are swapped`,
        claims: [pointer],
        data: { address: address.text, other: other.address.text },
        ...(side.severity ? { severity: side.severity } : {}),
      });
    }
  },
  fixes: (finding, ctx) => swapTargets(new Subject(finding, ctx)),
});

interface Partner {
  readonly address: AddressCase;
  readonly pointer: ZoneRecord;
}

/** The address that the target has, where its PTR in turn names a host that has this address. */
function partnerOf(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): Partner | undefined {
  if (pointer.generated || address.standing(pointer) !== 'mismatch') return undefined;
  const answer = address.targetAnswer(pointer);
  if (answer.kind !== 'records' || answer.aliases.length > 0) return undefined;
  for (const { data } of answer.records) {
    ctx.watch(data);
    const other = new AddressCase(ctx.held, ctx.mail, data);
    const back = ownPointers(other, ctx).find((each) => namesOwnerOf(address.address, each, other, pointer.data));
    if (back) return { address: other, pointer: back };
  }
  return undefined;
}

function namesOwnerOf(address: NameId, pointer: ZoneRecord, other: AddressCase, first: NameId): boolean {
  if (pointer.generated || pointer.data === first || other.standing(pointer) !== 'mismatch') return false;
  const answer = other.targetAnswer(pointer);
  return answer.kind === 'records' && answer.records.some(({ data }) => data === address);
}
