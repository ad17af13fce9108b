import { TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { canonicalRdata } from '../facts/canonical-rdata.ts';
import { shown } from '../facts/pairing.ts';
import { hasTwins } from '../facts/repeated-type.ts';
import { deleteDuplicate } from '../fixes/delete-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Of a record that stands in a zone more often than that the others are counted only. */
const MOST_TOLD = 1000;

/** The same record twice in a zone: servers keep one, whatever the TTL of the other. */
export const recordDuplicate = defineRule({
  id: 'record-duplicate',
  scope: 'name',
  severity: 'warning',
  types: [],
  summary: 'The same record stands twice in a zone',
  isAboutSeveral: true,
  passesPlainDelegations: true,
  wants: hasTwins,
  tag: 'unnecessary',
  check(name, records, ctx, report) {
    // A row that a template fills in stands for many.
    if (holdsPlaceholder(ctx.store.names.text(name))) return;
    for (const group of byTypeAndZone(records.filter(({ id }) => !ctx.isClaimed(id))).values()) {
      if (group.length < 2) continue;
      const { pairs, untold } = repeated(group, records, ctx);
      pairs.forEach(({ record, first }, index) => {
        const others = untold > 0 && index === pairs.length - 1 ? phrase`; ${untold} more lines repeat one` : '';
        report({
          at: record.at('record'),
          message: phrase`${shown(ctx, record.owner)} has this ${typeName(record.type)} record already${others}`,
          related: [{ at: first.at('record'), message: phrase`The first one` }],
        });
      });
    }
  },
  fixes: (finding, ctx) => deleteDuplicate(new Subject(finding, ctx)),
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

interface Repeated {
  readonly pairs: readonly { readonly record: ZoneRecord; readonly first: ZoneRecord }[];
  /** How many there are beside these. */
  readonly untold: number;
}

/** Lines of $GENERATE that overlap, and a file that is included twice, would be said again and again. */
function repeated(group: readonly ZoneRecord[], all: readonly ZoneRecord[], ctx: RuleContext): Repeated {
  const firsts = new Map<string, ZoneRecord>();
  const pairs: { record: ZoneRecord; first: ZoneRecord }[] = [];
  let untold = 0;
  for (const record of group) {
    const rdata = canonicalRdata(record, ctx);
    if (rdata === undefined) continue;
    const first = firsts.get(rdata);
    if (!first) firsts.set(rdata, record);
    else if ((first.generated && record.generated) || isSamePlace(first, record) || isClosing(record, first, all))
      continue;
    else if (pairs.length === MOST_TOLD) untold++;
    else {
      const [one, other] = record.generated ? [first, record] : [record, first];
      pairs.push({ record: one, first: other });
    }
  }
  return { pairs, untold };
}

/** A zone transfer ends with the very SOA record that it begins with (RFC 5936 section 2.2); other files may be of the zone too. */
function isClosing(record: ZoneRecord, first: ZoneRecord, all: readonly ZoneRecord[]): boolean {
  if (record.type !== TYPE_SOA || record.ttl !== first.ttl) return false;
  return record === all.findLast(({ zone }) => zone === record.zone);
}

function isSamePlace(a: ZoneRecord, b: ZoneRecord): boolean {
  return a.file === b.file && a.block.index === b.block.index && a.row === b.row;
}
