import { TYPE_SOA } from '../../dns/type-codes.ts';
import { laterPhrase, phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { UNDOTTED } from '../../zone/draft.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An SOA below the zone's apex: it would begin another zone. */
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
      report({
        at: record.at('owner'),
        message: phrase`The SOA of ${shown(ctx, record.owner)} stands in the zone ${shown(ctx, zone.apex)}: an SOA belongs to the apex, ${shown(ctx, zone.apex)}`,
        claims: [record],
        ...(isUndotted(record, ctx) ? { data: { undotted: true } } : {}),
      });
    }
  },
});

/** Whether it stands there as the origin above it lacks its final dot. */
function isUndotted({ id }: ZoneRecord, { store }: RuleContext): boolean {
  return ((store.records.flags[id] as number) & UNDOTTED) !== 0;
}
