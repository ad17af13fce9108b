import { typeName } from '../../dns/types.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { namesNetwork, shown } from '../facts/pairing.ts';
import { viewNote } from '../facts/shared-line.ts';
import { retargetAddOrDelete } from '../fixes/delete-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A PTR to a host of a held zone that has no address of the family. */
export const ptrTargetNoAddress = defineRule({
  id: 'ptr-target-no-address',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR record names a host that has no address of the family',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      if (address.standing(pointer) !== 'no-address') continue;
      const answer = address.targetAnswer(pointer);
      // The circle itself is said, once.
      if (answer.kind === 'loop') continue;
      if (answer.kind === 'none' && answer.exists && namesNetwork(address, ctx)) continue;
      const wrong = ctx.network(pointer.owner).generatedWith(pointer)?.wrong ?? [pointer];
      if (wrong[0]?.id !== pointer.id) continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      const view = viewNote(pointer, address, ctx);
      const others = wrong.length > 1 ? `; ${wrong.length} PTR records of this $GENERATE line are not confirmed` : '';
      report({
        ...forwardSide(address, note, ctx),
        at: pointer.at('target'),
        message: `${fault(pointer, address, ctx)}, so it does not confirm ${address.text}${others}${view}${note.text}`,
        claims: [pointer],
        data: { address: address.text, count: wrong.length },
      });
    }
  },
  fixes: (finding, ctx) => retargetAddOrDelete(new Subject(finding, ctx)),
});

function fault(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): string {
  const name = shown(ctx, pointer.data);
  const answer = address.targetAnswer(pointer);
  const end = answer.kind === 'none' ? answer.name : pointer.data;
  const subject = answer.aliases.length > 0 ? `${name} is an alias of ${shown(ctx, end)}, which` : name;
  if (answer.kind === 'none' && answer.exists) return `${subject} has no ${typeName(address.type)} record`;
  const zone = ctx.held.zoneOf(end);
  return `${subject} does not exist${zone ? ` in ${shown(ctx, zone.apex)}` : ''}`;
}
