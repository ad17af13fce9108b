import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { NO_RECORD } from '../../workspace/record-table.ts';
import { byPlace, type ZoneRecord } from '../../workspace/zone-record.ts';
import { listed } from '../facts/mail-note.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Aliases that lead back to the first of them: one finding a circle, at the one that comes first in the text. */
export const cnameLoop = defineRule({
  id: 'cname-loop',
  scope: 'name',
  severity: 'error',
  types: [TYPE_CNAME, TYPE_DNAME],
  summary: 'Aliases lead back to where they began',
  wants: leadsToAlias,
  check(name, records, ctx, report) {
    const dname = records.find(({ type }) => type === TYPE_DNAME);
    // Aliases are led in a circle; by a DNAME the name grows until it is too long, and all servers load that.
    if (dname && ctx.store.names.isBelowOrAt(dname.data, name) && ctx.held.answers(dname))
      report({
        at: dname.at('target'),
        severity: 'warning',
        message: phrase`The DNAME of ${shown(ctx, name)} leads to ${shown(ctx, dname.data)}, which is ${dname.data === name ? phrase`that name` : phrase`below that name`} again: no look-up of a name below it ends`,
      });
    for (const alias of records) {
      const circle = alias.type === TYPE_CNAME && mayComeBack(alias, ctx) ? circleFrom(alias, ctx) : [];
      const [first] = [...circle].sort(byPlace);
      if (first?.id !== alias.id) continue;
      const others = circle.filter(({ id }) => id !== alias.id);
      const way = listed(others.map(({ owner }) => shown(ctx, owner)));
      const by = others.length === 0 ? phrase`is an alias of itself` : phrase`leads back to itself by way of ${way}`;
      report({
        at: alias.at('target'),
        message: phrase`${shown(ctx, alias.owner)} ${by}: no look-up ends`,
        related: others.slice(0, 3).map((other) => ({
          at: other.at('target'),
          message: phrase`${shown(ctx, other.owner)} is an alias of ${shown(ctx, other.data)}`,
        })),
      });
    }
  },
});

const LONGEST_CIRCLE = 16;

/** Whether the index alone leads back to an alias; of a name with several aliases any may be the one that counts. */
function mayComeBack({ owner, data }: ZoneRecord, { store: { records }, held }: RuleContext): boolean {
  const { index } = held.view;
  let name = data;
  for (let steps = 0; name !== owner; steps++) {
    let next = NO_RECORD;
    for (let id = index.firstAt(name); id >= 0; id = records.nextAt(id)) {
      if (records.type[id] !== TYPE_CNAME) continue;
      if (next !== NO_RECORD) return true;
      next = id;
    }
    if (next === NO_RECORD || steps === LONGEST_CIRCLE) return false;
    name = records.data[next] as number;
  }
  return true;
}

/** The aliases from one on, where they come back to it; empty where they end, or come back to a later one. */
function circleFrom(start: ZoneRecord, { held }: RuleContext): ZoneRecord[] {
  const circle: ZoneRecord[] = [];
  for (let alias: ZoneRecord | undefined = start; alias && circle.length < LONGEST_CIRCLE; ) {
    if (!held.answers(alias)) return [];
    circle.push(alias);
    if (alias.data === start.owner) return circle;
    alias = held.recordsAt(alias.data, TYPE_CNAME)[0];
  }
  return [];
}

/** The fast filter whether an alias of the name leads to one, or a DNAME stands there. */
function leadsToAlias({ store, held }: RuleContext, name: NameId): boolean {
  const { records } = store;
  const { index } = held.view;
  for (let id = index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    if (records.type[id] === TYPE_DNAME) return true;
    if (records.type[id] !== TYPE_CNAME) continue;
    for (let to = index.firstAt(records.data[id] as number); to >= 0; to = records.nextAt(to))
      if (records.type[to] === TYPE_CNAME) return true;
  }
  return false;
}
