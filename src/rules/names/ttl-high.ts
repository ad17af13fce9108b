import { ROOT } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { allBlocksOf } from '../facts/zone-records.ts';
import { defineRule } from '../rule.ts';

/** A week, in seconds: what many caches keep at most (RFC 8767 section 4). */
const WEEK = 604_800;

/** TTLs over a week: one finding a zone, at the first record. */
export const ttlHigh = defineRule({
  id: 'ttl-high',
  scope: 'sweep',
  severity: 'information',
  summary: 'TTL is longer than a week',
  *check(zone, ctx, report) {
    if (zone.apex === ROOT || zone.traits.role === 'hint' || !isPaired(zone, ctx)) return;
    const { ttl } = ctx.store.records;
    let first = -1;
    let count = 0;
    for (const block of allBlocksOf(zone)) {
      if (!block) yield;
      else if (block.highestTtl > WEEK)
        for (const id of block.records) if ((ttl[id] as number) > WEEK && count++ === 0) first = id;
    }
    if (first < 0) return;
    const record = new ZoneRecord(ctx.store, first);
    const others = count > 1 ? phrase`, and ${count - 1} more` : '';
    report({
      at: record.at(record.words().ttl && !record.generated ? 'ttl' : 'record'),
      message: phrase`${shown(ctx, record.owner)} has the TTL ${record.ttl}, over a week${others}: who has asked before sees a change that much later`,
    });
  },
});
