import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_CNAME, TYPE_DNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { targetInWords } from '../facts/host-target.ts';
import { isPaired, isTargetPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { addTargetDot } from '../fixes/target-fixes.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * An alias of a name, or a DNAME to one, that does not exist in its held zone. Those of the reverse tree have rules of
 * their own (RFC 2317).
 */
export const cnameDangling = defineRule({
  id: 'cname-dangling',
  asksOtherZones: true,
  scope: 'name',
  owners: 'others',
  severity: 'warning',
  types: [TYPE_CNAME, TYPE_DNAME],
  summary: 'Alias of a name that does not exist in its held zone',
  wants: ({ store, held }, name) => {
    // The fast filter: an alias whose target has no records.
    const { index } = held.view;
    for (let id = index.firstAt(name); id >= 0; id = store.records.nextAt(id)) {
      const target = store.records.data[id] as number;
      if (isAlias(store.records.type[id] as number) && target >= 0 && index.firstAt(target) < 0) return true;
    }
    return false;
  },
  check(name, records, ctx, report) {
    if (isInArpa(ctx, name) || ctx.store.names.labelText(name) === '_acme-challenge') return;
    for (const alias of records) {
      if (!isAlias(alias.type) || ctx.isClaimed(alias.id) || !mayDangle(alias, ctx)) continue;
      const answer = ctx.held.lookup(alias.data, TYPE_A);
      if (answer.kind !== 'none' || answer.aliases.length > 0) continue;
      // What only has names below it answers nothing, and a DNAME leads to those.
      if (answer.exists && (alias.type === TYPE_DNAME || hasRecords(alias.data, ctx))) continue;
      const zone = ctx.held.zoneOf(alias.data);
      if (!zone) continue;
      const { name: target, lead } = targetInWords(alias, ctx);
      const by =
        alias.type === TYPE_CNAME
          ? phrase`${shown(ctx, name)} is an alias of ${target}`
          : phrase`The DNAME of ${shown(ctx, name)} leads to ${target}`;
      const why = answer.exists
        ? phrase`which has no records, only names below it have`
        : phrase`which does not exist in ${shown(ctx, zone.apex)}`;
      report({ at: alias.at('target'), message: phrase`${lead || by}, ${why}: nobody gets an answer` });
    }
  },
  fixes: addTargetDot,
});

function isAlias(type: number): boolean {
  return type === TYPE_CNAME || type === TYPE_DNAME;
}

function mayDangle(alias: ZoneRecord, ctx: RuleContext): boolean {
  const { zone, data } = alias;
  if (!zone || data <= 0 || !isPaired(zone, ctx) || !isTargetPaired(data, ctx) || !ctx.held.answers(alias))
    return false;
  return !isInArpa(ctx, data) && !holdsPlaceholder(ctx.store.names.text(data));
}

function hasRecords(name: NameId, { held }: RuleContext): boolean {
  return held.view.index.firstAt(name) >= 0;
}
