import { TYPE_DS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A DS record at the apex: it belongs to the delegation in the parent zone (RFC 4034 section 5). */
export const dsApex = defineRule({
  id: 'ds-apex',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_DS],
  passesPlainDelegations: true,
  wants: ({ held }, name) => held.view.zones.has(name),
  summary: 'DS record at the apex of its zone',
  check(_, records, ctx, report) {
    const record = records.find((one) => one.type === TYPE_DS && one.owner === one.zone?.apex);
    if (!record) return;
    report({
      at: record.at('type'),
      message: phrase`The DS of ${shown(ctx, record.owner)} belongs to its parent zone, beside the NS records of the delegation`,
    });
  },
});
