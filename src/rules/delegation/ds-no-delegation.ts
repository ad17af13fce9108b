import { TYPE_DS, TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { mayHold } from '../facts/apex.ts';
import { isOccluded } from '../facts/occluded.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A DS record where its zone delegates nothing (RFC 4035 section 2.4): BIND refuses the zone. One below a delegation is hidden. */
export const dsNoDelegation = defineRule({
  id: 'ds-no-delegation',
  scope: 'name',
  severity: 'error',
  refused: 'zone',
  types: [TYPE_DS],
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
