import { phrase } from '../../language/phrase.ts';
import { pointerElsewhere, unpointedRecords } from '../facts/missing.ts';
import { shown } from '../facts/pairing.ts';
import { insertInView } from '../fixes/insert-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** An address of two views whose PTR stands in one of them only. */
export const ptrOneView = defineRule({
  id: 'ptr-one-view',
  scope: 'address',
  severity: 'information',
  summary: 'PTR record stands in one view only, its address in two',
  check(address, ctx, report) {
    // What receivers see of a mail host is said as a missing PTR.
    if (address.isMailHost) return;
    const other = pointerElsewhere(address, ctx);
    const records = other ? unpointedRecords(address, ctx) : [];
    const [record] = records;
    const zone = address.reverseZone;
    if (!record || !other || !zone) return;
    report({
      at: record.at('rdata'),
      message: phrase`${address.text} has a PTR record in the view ${other.view || phrase`without a name`}, but none in ${ctx.held.view.name || phrase`this one`}`,
      related: [
        { at: other.pointer.at('record'), message: phrase`The PTR record names ${shown(ctx, other.pointer.data)}` },
        { at: { kind: 'file', file: zone.root.file }, message: phrase`The zone ${shown(ctx, zone.apex)} lacks it` },
      ],
      counterpart: { kind: 'file', file: zone.root.file },
      counterpartMessage: phrase`${address.text} has no PTR record here, but in another view`,
      claims: records,
      data: { address: address.text, zone: ctx.held.text(zone.apex) },
    });
  },
  fixes: (finding, ctx) => insertInView(new Subject(finding, ctx)),
});
