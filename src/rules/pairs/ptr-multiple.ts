import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { listed, mailNote } from '../facts/mail-note.ts';
import { ownOrConfirmed, unexplainedPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { seriesWith } from '../facts/series-with.ts';
import { keepOne } from '../fixes/delete-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** Several PTRs on one address: allowed (RFC 2181 section 10.2), but each receiver looks at the one that comes first. */
export const ptrMultiple = defineRule({
  id: 'ptr-multiple',
  scope: 'address',
  severity: 'hint',
  summary: 'Address has several PTR records',
  check(address, ctx, report) {
    if (address.pointers.length < 2) return;
    // What receivers see of a mail host is an error, whatever another view knows.
    const isMail = address.isMailHost;
    const pointers = distinctTargets(isMail ? unexplainedPointers(address, ctx) : ownOrConfirmed(address, ctx));
    const [first, ...others] = pointers;
    if (!first || others.length === 0) return;
    if (!isMail && seriesWith(ctx, address.owner)) return;
    const names = pointers.map((pointer) => shown(ctx, pointer.data));
    const note = mailNote(address, phrase`receivers look at one of them, in no fixed order`, ctx);
    report({
      at: first.at('record'),
      message: phrase`${address.text} has ${pointers.length} PTR records: ${listed(names)}${note.text}`,
      related: [
        ...others.map((pointer) => ({ at: pointer.at('record'), message: phrase`${shown(ctx, pointer.data)} too` })),
        ...note.related,
      ],
      data: { address: address.text },
      ...(note.severity ? { severity: note.severity } : {}),
    });
  },
  fixes: (finding, ctx) => keepOne(new Subject(finding, ctx)),
});

function distinctTargets(pointers: readonly ZoneRecord[]): ZoneRecord[] {
  return [...new Map([...pointers].reverse().map((pointer) => [pointer.data, pointer])).values()].reverse();
}
