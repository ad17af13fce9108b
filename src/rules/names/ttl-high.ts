import { ROOT } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { allBlocksOf } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A week, in seconds: what many caches keep at most (RFC 8767 section 4). */
const WEEK = 604_800;

/** TTLs over a week, or over what BIND's configuration allows: one finding a zone, at the first record. */
export const ttlHigh = defineRule({
  id: 'ttl-high',
  scope: 'sweep',
  severity: 'information',
  summary: 'TTL is longer than a week',
  *check(zone, ctx, report) {
    const allowed = allowedTtl(zone);
    const bound = allowed ?? (isHighTold(zone, ctx) ? WEEK : undefined);
    if (bound === undefined) return;
    const { ttl } = ctx.store.records;
    let first = -1;
    let count = 0;
    for (const block of allBlocksOf(zone)) {
      if (!block) yield;
      else if (block.highestTtl > bound)
        for (const id of block.inside) if ((ttl[id] as number) > bound && count++ === 0) first = id;
    }
    if (first < 0) return;
    const record = new ZoneRecord(ctx.store, first);
    const others = count > 1 ? phrase`, and ${count - 1} more` : '';
    const owner = shown(ctx, record.owner);
    report({
      at: record.at(record.words().ttl && !record.generated ? 'ttl' : 'record'),
      ...(allowed === undefined ? {} : { severity: 'error' }),
      message:
        allowed === undefined
          ? phrase`${owner} has the TTL ${record.ttl}, over a week${others}: who has asked before sees a change that much later`
          : phrase`${owner} has the TTL ${record.ttl}, over ${allowed}${others}: BIND loads no zone with more than its max-zone-ttl`,
    });
  },
});

/** What the configuration of BIND has a zone's TTLs be at most. */
function allowedTtl({ traits }: Zone): number | undefined {
  return traits.role === 'primary' && traits.maxZoneTtl ? traits.maxZoneTtl : undefined;
}

function isHighTold(zone: Zone, ctx: RuleContext): boolean {
  return zone.apex !== ROOT && zone.traits.role !== 'hint' && isPaired(zone, ctx);
}
