import { phrase } from '../../language/phrase.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { isInArpa, isRelative, writtenTarget } from '../facts/pointer-words.ts';
import { dotInArpa } from '../fixes/dot-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A target that ends in the reverse zone's own name, because its final dot is missing. */
export const ptrTargetInArpa = defineRule({
  id: 'ptr-target-in-arpa',
  scope: 'address',
  severity: 'error',
  summary: 'PTR target without its final dot ends in the reverse zone',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      if (pointer.data < 0 || !isInArpa(ctx, pointer.data)) continue;
      const written = writtenTarget(pointer);
      if (!isRelative(written)) continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`"${written}" has no final dot, so it means ${shown(ctx, pointer.data)}${note.text}`,
        claims: [pointer],
        data: { address: address.text, written },
        ...forwardSide(address, note, ctx),
      });
    }
  },
  fixes: (finding, ctx) => dotInArpa(new Subject(finding, ctx)),
});
