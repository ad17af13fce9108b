import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An alias at the apex, where the SOA and the NS records stand already. */
export const cnameApex = defineRule({
  id: 'cname-apex',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_CNAME],
  summary: 'CNAME record at the apex of its zone',
  wants: ({ held }, name) => held.view.zones.has(name),
  check(_, records, ctx, report) {
    const alias = records.find((record) => record.type === TYPE_CNAME && record.owner === record.zone?.apex);
    if (!alias) return;
    report({
      at: alias.at('type'),
      message: phrase`${shown(ctx, alias.owner)} is the apex of its zone, where the SOA and NS records stand: it can't be an alias`,
      claims: records.filter((record) => record.type === TYPE_CNAME && record.zone === alias.zone),
    });
  },
});
