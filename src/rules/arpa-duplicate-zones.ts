import { deleteRecords } from '../edits/delete-record.ts';
import { TYPE_NS, TYPE_PTR } from '../syntax/header.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { Subject } from './fixes/subject.ts';
import { isPaired, shown } from './pairing.ts';
import { defineRule, type RuleContext } from './rule.ts';

/** PTR records of one address in two held zones, one above the other: only the lower zone's answer. */
export const arpaDuplicateZones = defineRule({
  id: 'arpa-duplicate-zones',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_PTR],
  summary: 'Address has PTR records in two zones, of which only one answers',
  owners: 'addresses',
  isAboutSeveral: true,
  check(name, records, ctx, report) {
    for (const hidden of records) {
      const seen = answering(hidden, records, ctx);
      if (!seen?.zone || !hidden.zone) continue;
      report({
        at: hidden.at('owner'),
        message: `${ctx.held.addressText(name)} has a PTR in ${shown(ctx, seen.zone.apex)} too, which is the one that is asked: this one, in ${shown(ctx, hidden.zone.apex)}, is never seen`,
        claims: [hidden],
        related: [{ at: seen.at('record'), message: 'The PTR that answers' }],
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const seen = record && answering(record, ctx.held.recordsAt(record.owner), ctx);
    if (!record?.zone || !seen?.zone || !delegates(record, seen.zone.apex, ctx)) return [];
    return [
      subject.fix(
        `Delete the PTR of ${subject.text(record.owner)} in ${subject.zoneName(record.zone.apex)}`,
        deleteRecords(subject.rows, [record]),
      ),
    ];
  },
});

/** The PTR in a deeper zone that hides this one. */
function answering(hidden: ZoneRecord, records: readonly ZoneRecord[], ctx: RuleContext): ZoneRecord | undefined {
  const { zone } = hidden;
  if (hidden.type !== TYPE_PTR || !zone || !isPaired(zone, ctx)) return undefined;
  const asked = ctx.held.enclosingZone(hidden.owner);
  if (!asked || asked === zone || !ctx.store.names.isBelowOrAt(asked.apex, zone.apex) || asked.apex === zone.apex)
    return undefined;
  return records.find((record) => record.type === TYPE_PTR && record.zone === asked);
}

/** Whether the zone of a record delegates the other one: then what it has below is nobody's. */
function delegates(hidden: ZoneRecord, apex: number, ctx: RuleContext): boolean {
  return ctx.held.recordsAt(apex, TYPE_NS).some((record) => record.zone === hidden.zone);
}
