import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { dottedName, isRelative, writtenTarget } from '../facts/pointer-words.ts';
import { viewNote } from '../facts/shared-line.ts';
import { dotOfPointer } from '../fixes/dot-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A target that would be a held name, had it its final dot, and is none as it stands. */
export const ptrTargetMissingDot = defineRule({
  id: 'ptr-target-missing-dot',
  scope: 'address',
  severity: 'error',
  summary: 'PTR target without its final dot does not exist, but would with it',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      const written = meantAbsolute(pointer, address, ctx);
      if (written === undefined) continue;
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`"${written}" has no final dot, so it means ${shown(ctx, pointer.data)}, which does not exist; ${written} does${viewNote(pointer, address, ctx)}${note.text}`,
        claims: [pointer],
        data: { address: address.text, written },
        ...forwardSide(address, note, ctx),
      });
    }
  },
  fixes: (finding, ctx) => dotOfPointer(new Subject(finding, ctx)),
});

/** The target as written, where only the dotted one exists. */
function meantAbsolute(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): string | undefined {
  if (pointer.generated) return undefined;
  const answer = address.targetAnswer(pointer);
  if (answer.kind !== 'none' || answer.exists || answer.aliases.length > 0) return undefined;
  const written = writtenTarget(pointer);
  if (!isRelative(written) || !written.includes('.')) return undefined;
  const dotted = dottedName(written, ctx);
  if (dotted < 0) return undefined;
  ctx.watch(dotted);
  const meant = ctx.held.lookup(dotted, address.type);
  return meant.kind === 'records' ? written : undefined;
}
