import { typeName } from '../dns/types.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import { canonicalRdata } from './canonical-rdata.ts';
import { shown } from './pairing.ts';
import { defineRule, type RuleContext } from './rule.ts';

/** The same record twice in a zone: servers keep one, whatever the TTL of the other. */
export const recordDuplicate = defineRule({
  id: 'record-duplicate',
  scope: 'name',
  severity: 'warning',
  types: [],
  summary: 'The same record stands twice in a zone',
  isAboutSeveral: true,
  check(_, records, ctx, report) {
    for (const group of byTypeAndZone(records).values()) {
      if (group.length < 2) continue;
      for (const { record, first } of repeated(group, ctx)) {
        report({
          at: record.at('record'),
          message: `${shown(ctx, record.owner)} has this ${typeName(record.type)} record already`,
          related: [{ at: first.at('record'), message: 'The first one' }],
        });
      }
    }
  },
});

function byTypeAndZone(records: readonly ZoneRecord[]): Map<string, ZoneRecord[]> {
  const groups = new Map<string, ZoneRecord[]>();
  for (const record of records) {
    if (record.type === TYPE_UNREADABLE) continue;
    const key = `${record.type} ${record.zone?.apex} ${record.zone?.root.file.path}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** Lines of $GENERATE that overlap, and a file that is included twice, would be said again and again. */
function repeated(group: readonly ZoneRecord[], ctx: RuleContext): { record: ZoneRecord; first: ZoneRecord }[] {
  const firsts = new Map<string, ZoneRecord>();
  const found: { record: ZoneRecord; first: ZoneRecord }[] = [];
  for (const record of group) {
    const rdata = canonicalRdata(record, ctx);
    if (rdata === undefined) continue;
    const first = firsts.get(rdata);
    if (!first) firsts.set(rdata, record);
    else if (!(first.generated && record.generated) && !isSamePlace(first, record)) {
      const [one, other] = record.generated ? [first, record] : [record, first];
      found.push({ record: one, first: other });
    }
  }
  return found;
}

function isSamePlace(a: ZoneRecord, b: ZoneRecord): boolean {
  return a.file === b.file && a.block.index === b.block.index && a.row === b.row;
}
