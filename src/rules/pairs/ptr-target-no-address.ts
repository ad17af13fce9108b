import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { mayBeAddress } from '../facts/address-literal.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { namesNetwork, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { viewNote } from '../facts/shared-line.ts';
import { deletePointer, retargetAddOrDelete } from '../fixes/delete-fixes.ts';
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
      // An address in the place of a name is told at the alias, with the fix that mends both.
      if (answer.kind === 'none' && answer.aliases.length > 0 && mayBeAddress(ctx.store.names, answer.name)) continue;
      const wrong = ctx.network(pointer.owner).generatedWith(pointer)?.wrong ?? [pointer];
      if (wrong[0]?.id !== pointer.id) continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      const view = viewNote(pointer, address, ctx);
      const others =
        wrong.length > 1 ? phrase`; ${wrong.length} PTR records of this $GENERATE line are not confirmed` : '';
      report({
        at: pointer.at('target'),
        message: phrase`${fault(pointer, address, ctx)}, so it does not confirm ${address.text}${others}${view}${note.text}`,
        claims: [pointer],
        data: { address: address.text, count: wrong.length },
        ...forwardSide(address, note, ctx),
      });
    }
    for (const pointer of goneInExplained(address, ctx))
      report({ at: pointer.at('target'), message: fault(pointer, address, ctx), data: { isExplained: true } });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    return finding.data?.isExplained === true ? deletePointer(subject) : retargetAddOrDelete(subject);
  },
});

/**
 * The PTRs to names that do not exist, in a reverse zone of which one finding says all: what is wrong with the zone's name
 * hides nothing of that.
 */
function goneInExplained(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  const { explainedZones } = ctx.held.view;
  if (explainedZones.size === 0) return [];
  return address.writtenPointers.filter((pointer) => {
    if (!pointer.zone || pointer.generated || !explainedZones.has(pointer.zone)) return false;
    // A forgotten final dot is another fault.
    if (isInArpa(ctx, pointer.data)) return false;
    const answer = address.targetAnswer(pointer);
    return answer.kind === 'none' && !answer.exists && answer.aliases.length === 0;
  });
}

function fault(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): string {
  const name = shown(ctx, pointer.data);
  const answer = address.targetAnswer(pointer);
  const end = answer.kind === 'none' ? answer.name : pointer.data;
  const subject = answer.aliases.length > 0 ? phrase`${name} is an alias of ${shown(ctx, end)}, which` : name;
  if (answer.kind === 'none' && answer.exists) return phrase`${subject} has no ${typeName(address.type)} record`;
  const zone = ctx.held.zoneOf(end);
  return phrase`${subject} does not exist${zone ? phrase` in ${shown(ctx, zone.apex)}` : ''}`;
}
