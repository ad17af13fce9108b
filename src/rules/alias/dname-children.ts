import type { NameId } from '../../dns/name-table.ts';
import { TYPE_DNAME, TYPE_NSEC3, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { allRecordsOf, recordsOfTypes } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Names below a DNAME (RFC 6672 section 2.4): one finding a DNAME, at the first record below it. */
export const dnameChildren = defineRule({
  id: 'dname-children',
  scope: 'sweep',
  sweptTypes: [TYPE_DNAME],
  severity: 'error',
  summary: 'Records below a DNAME record: servers refuse the zone or never answer with them',
  *check(zone, ctx, report) {
    if (ctx.held.view.dnameCount === 0) return;
    const found = new Map<NameId, { readonly dname: ZoneRecord; first?: ZoneRecord; count: number }>();
    for (const record of recordsOfTypes(zone, [TYPE_DNAME], ctx)) {
      if (!record) yield;
      else if (!found.has(record.owner) && hasNamesBelow(record, ctx))
        found.set(record.owner, { dname: record, count: 0 });
    }
    if (found.size === 0) return;
    const { names, records } = ctx.store;
    for (const ids of allRecordsOf(zone)) {
      if (!ids) {
        yield;
        continue;
      }
      for (const id of ids) {
        const type = records.type[id];
        if (type === TYPE_NSEC3 || type === TYPE_RRSIG) continue;
        for (let node = names.up(records.owner[id] as number, zone.apex); node >= 0; node = names.up(node, zone.apex)) {
          const dname = found.get(node);
          if (dname && dname.count++ === 0) dname.first = new ZoneRecord(ctx.store, id);
        }
      }
    }
    for (const { dname, first, count } of found.values()) {
      if (!first) continue;
      const lead =
        count === 1
          ? phrase`${shown(ctx, first.owner)} lies below the DNAME of ${shown(ctx, dname.owner)}`
          : count === 2
            ? phrase`${shown(ctx, first.owner)} and 1 more record lie below the DNAME of ${shown(ctx, dname.owner)}`
            : phrase`${shown(ctx, first.owner)} and ${count - 1} more records lie below the DNAME of ${shown(ctx, dname.owner)}`;
      report({
        at: first.at('owner'),
        message: phrase`${lead}: that leads all names below it to ${shown(ctx, dname.data)}, so NSD and Knot refuse the zone, and BIND never answers with what stands here`,
        counterpart: dname.at('owner'),
        counterpartMessage: phrase`Records lie below this DNAME: ${shown(ctx, first.owner)}${count > 1 ? phrase` and ${count - 1} more` : ''}`,
        related: [{ at: dname.at('record'), message: phrase`The DNAME record` }],
      });
    }
  },
});

/** By the count of what stands at and below a name: the zone's own records below it may be none of these. */
function hasNamesBelow(
  { owner }: { readonly owner: NameId; readonly zone: Zone | undefined },
  ctx: RuleContext,
): boolean {
  return (ctx.held.view.index.weight[owner] ?? 0) > ctx.held.recordsAt(owner).length;
}
