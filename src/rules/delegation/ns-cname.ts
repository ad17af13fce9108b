import { TYPE_NS } from '../../dns/type-codes.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { addressesIn } from '../facts/server-in-zone.ts';
import { defineRule } from '../rule.ts';

/** A name server of the zone that is an alias in it (RFC 2181 section 10.3). */
export const nsCname = defineRule({
  id: 'ns-cname',
  scope: 'zone',
  severity: 'error',
  refused: 'zone',
  summary: 'Name server of the zone is an alias',
  check(zone, ctx, report) {
    for (const server of ofType(apexRecords(zone, ctx), TYPE_NS)) {
      if (server.data < 0 || !ctx.store.names.isBelowOrAt(server.data, zone.apex)) continue;
      const state = addressesIn(zone, server.data, ctx);
      if (state.kind !== 'alias') continue;
      const target = shown(ctx, state.record.data);
      report({
        at: server.at('target'),
        message: `${shown(ctx, server.data)} is an alias of ${target}: an NS record names a host that has addresses of its own`,
        related: [{ at: state.record.at('record'), message: 'The alias' }],
      });
    }
  },
});
