import { TYPE_DS, TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { mayHold } from '../facts/apex.ts';
import { isOccluded } from '../facts/occluded.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A DS record where its zone delegates nothing (RFC 4035 section 2.4): BIND refuses the zone. One below a delegation is hidden. */
export const dsNoDelegation = defineRule({
  id: 'ds-no-delegation',
  scope: 'name',
  severity: 'error',
  refused: 'zone',
  types: [TYPE_DS],
  passesPlainDelegations: true,
  wants: (ctx, _, first) => mayLackServers(ctx, first),
  summary: 'DS record at a name that is not delegated',
  check(name, records, ctx, report) {
    const all = records.filter(({ type }) => type === TYPE_DS);
    const { zone } = all[0] ?? {};
    const own = all.filter((record) => record.zone === zone);
    const [first] = own;
    if (!first || !zone || zone.gaps.size > 0 || name === zone.apex || ctx.isClaimed(first.id)) return;
    const here = records.filter((record) => record.zone === zone);
    if (here.some(({ type }) => type === TYPE_NS) || mayHold(here, TYPE_NS)) return;
    if (isOccluded(name, zone, ctx)) return;
    report({
      at: first.at('type'),
      message: phrase`${shown(ctx, name)} has a DS record and no NS record: a DS belongs to a delegation, and BIND refuses the zone. Add the NS records of the child zone, or delete the DS`,
      claims: own,
    });
  },
});

/** The fast filter: whether no NS record stands beside the DS records, or the records of the name are of several zones. */
function mayLackServers({ store }: RuleContext, first: RecordId): boolean {
  const { records } = store;
  const zone = store.blockOf(first)?.instance.zone;
  let hasServers = false;
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    if (store.blockOf(id)?.instance.zone !== zone) return true;
    if (records.type[id] === TYPE_NS) hasServers = true;
  }
  return !hasServers;
}
