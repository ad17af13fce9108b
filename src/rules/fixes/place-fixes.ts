import { NO_NAME } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { textOf } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { type PlacedText, placeFor } from '../facts/text-place.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { moveRecord } from './mail-fixes.ts';
import { Subject } from './subject.ts';

/** Moves the text to its place, where nothing of its kind is there. */
export function movePlaced(placed: PlacedText): (finding: Finding, ctx: RuleContext) => readonly Fix[] {
  return (finding, ctx) => {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const owner = record ? placeFor(record.owner, placed, ctx) : NO_NAME;
    if (!record || owner === NO_NAME) return [];
    const isTaken = ctx.held
      .recordsAt(owner, TYPE_TXT)
      .some((other) => !other.generated && placed.isOne(textOf(other).joined.text));
    if (isTaken)
      return [
        subject.fix(phrase`Move it to ${shown(ctx, owner)}`, {
          refused: phrase`${shown(ctx, owner)} has ${translated(placed.kind)} already: delete one of the two`,
        }),
      ];
    return [moveRecord(subject, record, owner)];
  };
}
