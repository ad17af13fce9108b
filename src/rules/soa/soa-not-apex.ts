import { TYPE_SOA } from '../../dns/type-codes.ts';
import { meantAsOwner } from '../../edits/meant/repeated-origin.ts';
import { laterPhrase, phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { UNDOTTED } from '../../zone/draft.ts';
import { atSignInWords, gluedBehind } from '../facts/glued-at-sign.ts';
import { shown } from '../facts/pairing.ts';
import { dotOfOwner } from '../fixes/dot-fixes.ts';
import { ungluedAt } from '../fixes/owner-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An SOA below the zone's apex: it would begin another zone, or its owner lacks the final dot, as in exports of Cloudflare. */
export const soaNotApex = defineRule({
  id: 'soa-not-apex',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  consequence: laterPhrase`servers refuse the zone, as its SOA is not at its apex`,
  types: [TYPE_SOA],
  summary: 'SOA record stands below the apex of its zone',
  check(_, records, ctx, report) {
    for (const record of records) {
      const { zone } = record;
      if (record.type !== TYPE_SOA || !zone || record.owner === zone.apex) continue;
      const word = record.words().owner?.text ?? '';
      report({
        at: record.at('owner'),
        message: gluedBehind(word)
          ? atSignInWords(word, shown(ctx, record.owner))
          : meantAsOwner(ctx.store, record) === zone.apex
            ? phrase`"${word}" has no final dot, so this is the SOA of ${shown(ctx, record.owner)}: an SOA belongs to the apex, ${shown(ctx, zone.apex)}`
            : phrase`The SOA of ${shown(ctx, record.owner)} stands in the zone ${shown(ctx, zone.apex)}: an SOA belongs to the apex, ${shown(ctx, zone.apex)}`,
        claims: [record],
        ...(isUndotted(record, ctx) ? { data: { undotted: true } } : {}),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const glued = ungluedAt(subject);
    if (glued.length > 0) return glued;
    return record?.zone && meantAsOwner(ctx.store, record) === record.zone.apex ? dotOfOwner(subject) : [];
  },
});

/** Whether it stands there as the origin above it lacks its final dot. */
function isUndotted({ id }: ZoneRecord, { store }: RuleContext): boolean {
  return ((store.records.flags[id] as number) & UNDOTTED) !== 0;
}
