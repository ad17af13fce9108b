import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_MX } from '../../dns/type-codes.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { mxAt } from '../facts/mail-domain.ts';
import { shown } from '../facts/pairing.ts';
import { hasRepeatedType } from '../facts/repeated-type.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** One mail server in two MX records with two preferences: senders try it at the better one. */
export const mxDuplicateTarget = defineRule({
  id: 'mx-duplicate-target',
  scope: 'name',
  severity: 'information',
  types: [TYPE_MX],
  summary: 'Two MX records name the same mail server',
  isAboutSeveral: true,
  wants: hasRepeatedType,
  check(_, records, ctx, report) {
    const groups = new Map<NameId, ZoneRecord[]>();
    for (const record of mxAt(records, ctx)) {
      if (record.data <= ROOT) continue;
      const group = groups.get(record.data);
      if (group) group.push(record);
      else groups.set(record.data, [record]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const ranked = group.map((record) => ({ record, preference: preferenceOf(record) }));
      const best = Math.min(...ranked.slice(0, MOST_COMPARED).map(({ preference }) => preference));
      const first = ranked.find(({ preference }) => preference === best);
      for (const { record, preference } of ranked.slice(0, MOST_COMPARED))
        if (first && preference !== best)
          report({
            at: record.at('record'),
            message: phrase`${shown(ctx, record.data)} is named with preference ${best} already: no sender comes to this record`,
            related: [{ at: first.record.at('target'), message: phrase`The one that senders use` }],
          });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    if (!record) return [];
    const title = phrase`Delete the MX record with preference ${preferenceOf(record)}`;
    return [subject.fix(title, deleteRecords(rows, [record]), { preferred: true })];
  },
});

/** No host has so many MX records at one name for a reason. */
const MOST_COMPARED = 1000;

function preferenceOf(record: ZoneRecord): number {
  return Number(record.rdata()[0]?.text ?? 0);
}
