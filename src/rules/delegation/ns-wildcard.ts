import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A wildcard can't be delegated: BIND refuses the zone (RFC 4592 section 4.2 leaves open what it would mean). */
export const nsWildcard = defineRule({
  id: 'ns-wildcard',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_NS],
  summary: 'NS record at a wildcard',
  passesPlainDelegations: true,
  wants: (ctx, name) => ctx.store.names.isWildcard(name),
  check(_, records, ctx, report) {
    const server = records.find((record) => record.type === TYPE_NS);
    if (!server) return;
    report({
      at: server.at('owner'),
      message: phrase`${shown(ctx, server.owner)} has an NS record: a wildcard can't be delegated, and BIND refuses the zone`,
    });
  },
});
