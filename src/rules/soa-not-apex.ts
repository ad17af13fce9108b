import { TYPE_SOA } from '../syntax/header.ts';
import { shown } from './pairing.ts';
import { defineRule } from './rule.ts';

/** An SOA below the zone's apex: it would begin another zone. */
export const soaNotApex = defineRule({
  id: 'soa-not-apex',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_SOA],
  summary: 'SOA record stands below the apex of its zone',
  check(_, records, ctx, report) {
    for (const record of records) {
      const { zone } = record;
      if (record.type !== TYPE_SOA || !zone || record.owner === zone.apex) continue;
      report({
        at: record.at('owner'),
        message: `The SOA of ${shown(ctx, record.owner)} stands in the zone ${shown(ctx, zone.apex)}: an SOA belongs to the apex, ${shown(ctx, zone.apex)}`,
        claims: [record],
      });
    }
  },
});
