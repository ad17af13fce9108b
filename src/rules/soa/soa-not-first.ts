import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Instance } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Records before the SOA: BIND does not mind, other programs and people do. */
export const soaNotFirst = defineRule({
  id: 'soa-not-first',
  scope: 'zone',
  severity: 'information',
  summary: 'SOA record is not the first record of the zone',
  check(zone, ctx, report) {
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    const first = soa && firstRecord(zone.root, ctx);
    // What a line is that can't be read is said there.
    if (!soa || !first || first.type === TYPE_SOA || first.type === TYPE_UNREADABLE) return;
    report({
      at: soa.at('type'),
      message: phrase`The SOA is not the first record of the zone: some servers and programs expect it there`,
      related: [{ at: first.at('record'), message: phrase`The first record` }],
    });
  },
});

/** The first record of the zone that a file has, in the files that it includes too. */
function firstRecord(instance: Instance, ctx: RuleContext): ZoneRecord | undefined {
  const { records } = ctx.store;
  for (const block of instance.blocks) {
    if (!block) continue;
    const [id] = block.inside;
    const row = id === undefined ? Number.POSITIVE_INFINITY : (records.row[id] as number);
    for (const child of block.children) {
      if (child.site.row > row || !child.instance) continue;
      const first = firstRecord(child.instance, ctx);
      if (first) return first;
    }
    if (id !== undefined) return new ZoneRecord(ctx.store, id);
  }
  return undefined;
}
