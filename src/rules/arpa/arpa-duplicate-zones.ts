import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_NS, TYPE_PTR } from '../../dns/type-codes.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { pointersBesideAnswer } from '../facts/arpa-classless.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Report, type RuleContext } from '../rule.ts';

/** PTR records of one address in two held zones, of which only one answers: that above a delegation is not asked. */
export const arpaDuplicateZones = defineRule({
  id: 'arpa-duplicate-zones',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_PTR],
  summary: 'Address has PTR records in two zones, of which only one answers',
  owners: 'addresses',
  passesPlainPairs: true,
  wants: ({ store, held }, name, first) =>
    store.records.nextAt(first) !== -1 ||
    (held.view.classlessZones(store.names).size > 0 &&
      held.view.classlessZones(store.names).has(store.names.parent(name))),
  check(name, records, ctx, report) {
    for (const hidden of records) {
      const found = answering(hidden, records, ctx);
      if (found) report(reportAt(hidden, found.seen, name, ctx));
    }
    for (const { all, seen } of pointersBesideAnswer(name, ctx)) {
      const [first, ...others] = all;
      const hidden = all.find(({ owner }) => ctx.store.names.labelText(owner) === ctx.store.names.labelText(name));
      if (!first || !hidden) continue;
      if (others.length + 1 < LEAST_ZONE) report(reportAt(hidden, seen, name, ctx));
      else if (first === hidden) report({ ...reportAt(hidden, seen, name, ctx), ...togetherAt(all, seen, ctx) });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, address } = subject;
    if (!record?.zone || finding.data?.count !== undefined) return [];
    const found = answering(record, ctx.held.recordsAt(record.owner), ctx);
    const isAside = pointersBesideAnswer(address, ctx).some(({ all }) => all.some(({ id }) => id === record.id));
    if (!isAside && !(found && delegates(record, found.asked.apex, ctx))) return [];
    return [
      subject.fix(
        phrase`Delete the PTR of ${subject.text(address)} in ${subject.zoneName(record.zone.apex)}`,
        deleteRecords(subject.rows, [record]),
      ),
    ];
  },
});

/** So many PTR records of a classless zone that no one is led to are one finding. */
const LEAST_ZONE = 3;

function reportAt(hidden: ZoneRecord, seen: ZoneRecord, name: NameId, ctx: RuleContext): Report {
  const zones = [seen, hidden].map(({ zone }) => (zone ? shown(ctx, zone.apex) : ''));
  const address = ctx.held.addressText(name) ?? '';
  return {
    at: hidden.at('owner'),
    message: phrase`${address} has a PTR in ${zones[0]} too, which is the one that is asked: this one, in ${zones[1]}, is never seen`,
    claims: [hidden],
    related: [{ at: seen.at('record'), message: phrase`The PTR that answers` }],
    data: { address },
  };
}

function togetherAt(
  all: readonly ZoneRecord[],
  { zone }: ZoneRecord,
  ctx: RuleContext,
): Pick<Report, 'message' | 'data'> {
  const above = zone ? shown(ctx, zone.apex) : '';
  return {
    message: phrase`The addresses of ${all.length} PTR records here have PTRs in ${above} too, which are the ones that are asked: these are never seen`,
    data: { count: all.length },
  };
}

/** The PTR that answers for an address, through an alias too, where a deeper zone hides this one; and that zone. */
function answering(
  hidden: ZoneRecord,
  records: readonly ZoneRecord[],
  ctx: RuleContext,
): { readonly seen: ZoneRecord; readonly asked: Zone } | undefined {
  const { zone } = hidden;
  if (hidden.type !== TYPE_PTR || !zone || !isPaired(zone, ctx)) return undefined;
  const asked = ctx.held.enclosingZone(hidden.owner);
  if (!asked || asked === zone || !ctx.store.names.isBelowOrAt(asked.apex, zone.apex) || asked.apex === zone.apex)
    return undefined;
  const isLed = records.some((record) => record.type === TYPE_CNAME && record.zone === asked);
  const answer = isLed ? ctx.held.pointers(hidden.owner) : undefined;
  const led = answer?.kind === 'records' ? answer.records[0] : undefined;
  const seen = records.find((record) => record.type === TYPE_PTR && record.zone === asked) ?? led;
  return seen?.zone && { seen, asked };
}

/** Whether the zone of a record delegates the other one: then what it has below is nobody's. */
function delegates(hidden: ZoneRecord, apex: number, ctx: RuleContext): boolean {
  return ctx.held.recordsAt(apex, TYPE_NS).some((record) => record.zone === hidden.zone);
}
