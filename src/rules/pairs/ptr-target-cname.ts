import { phrase } from '../../language/phrase.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { viewNote } from '../facts/shared-line.ts';
import { retargetToCanonical } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A PTR to an alias, where the host behind it has the address or is not known here. */
export const ptrTargetCname = defineRule({
  id: 'ptr-target-cname',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR record names an alias instead of the host',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      const answer = address.targetAnswer(pointer);
      const alias = answer.aliases[0];
      const standing = address.standing(pointer);
      if (!alias || answer.kind === 'loop' || standing === 'mismatch' || standing === 'no-address') continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      const side = forwardSide(address, note, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`The PTR record of ${address.text} names ${shown(ctx, pointer.data)}, an alias of ${shown(ctx, answer.name)}: it should name the host itself${viewNote(pointer, address, ctx)}${note.text}`,
        related: [{ at: alias.at('target'), message: phrase`The alias` }, ...side.related],
        counterpart: alias.at('target'),
        counterpartMessage: phrase`The PTR record of ${address.text} names this alias instead of the host`,
        data: { address: address.text },
        ...(side.severity ? { severity: side.severity } : {}),
      });
    }
  },
  fixes: (finding, ctx) => retargetToCanonical(new Subject(finding, ctx)),
});
