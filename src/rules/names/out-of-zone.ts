import { isRefusal } from '../../edits/change.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { insertMoved } from '../../edits/insert-pointer.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import { mirrored } from '../../workspace/network.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { mailNote, REFUSED_WITHOUT_POINTER } from '../facts/mail-note.ts';
import { misplacedPointer, unpointedRecords } from '../facts/missing.ts';
import { forwardSide } from '../facts/other-side.ts';
import { shown } from '../facts/pairing.ts';
import { moveOwner } from '../fixes/owner-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * A record outside its zone. Reading the text tells of all of them; of a PTR that an address lacks for that reason it is
 * told here, with the zone that it belongs to.
 */
export const outOfZone = defineRule({
  id: 'out-of-zone',
  scope: 'address',
  ofExternalToo: true,
  severity: 'warning',
  hangsOnLines: 'anywhere',
  refinesReading: true,
  tellsAstray: true,
  summary: 'Record outside its zone: BIND drops it',
  check(address, ctx, report) {
    if (!ctx.held.view.outsidePointers.has(address.address)) return;
    const pointer = misplacedPointer(address, unpointedRecords(address, ctx), ctx);
    const zone = address.reverseZone;
    const wrong = pointer?.block.instance.zone;
    if (!pointer || !wrong || !zone) return;
    const note = mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
    report({
      at: pointer.at('owner'),
      message: phrase`${shown(ctx, pointer.owner)} ${fault(pointer, address, ctx)} not in the zone ${shown(ctx, wrong.apex)}: BIND drops this record, and ${address.text} has no PTR record in ${shown(ctx, zone.apex)}${note.text}`,
      data: { address: address.text },
      ...forwardSide(address, note, ctx),
      counterpartMessage: phrase`${address.text} has no PTR record in its reverse zone: the one meant for it lies outside`,
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows, address } = subject;
    if (!record) return [];
    const insertion = insertMoved(ctx.held, rows, address, record);
    if (!isRefusal(insertion) && insertion.zone === record.block.instance.zone) {
      const { origin } = stateBefore(rows, placeOf(record));
      return [moveOwner(subject, record, insertion.owner, { safe: false, origin })];
    }
    if (isRefusal(insertion)) return [subject.fix(phrase`Move the PTR of ${subject.text(address)}`, insertion)];
    const removal = deleteRecords(rows, [record]);
    const title = phrase`Move the PTR of ${subject.text(address)} to ${subject.zoneName(insertion.zone.apex)}`;
    return [subject.fix(title, isRefusal(removal) ? removal : [insertion.change, ...removal], { preferred: true })];
  },
});

/** The labels of the owner may spell the address, or its network, in forward order. */
function fault(
  { owner }: ZoneRecord,
  { address, text, isIp6 }: AddressCase,
  { store: { names } }: RuleContext,
): string {
  if (owner === address) return phrase`is`;
  if (!names.isAddress(owner)) return phrase`has a final dot, so it is`;
  const isWhole = mirrored(names, address) === owner;
  return isIp6
    ? phrase`has the nibbles of ${isWhole ? text : phrase`its zone`} in forward order, so it is`
    : phrase`has the octets of ${isWhole ? text : phrase`its zone`} in forward order, so it is`;
}
