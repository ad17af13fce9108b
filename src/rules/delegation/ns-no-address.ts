import { TYPE_NS } from '../../dns/type-codes.ts';
import { isAddressLiteral } from '../facts/address-literal.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { isRelative, looksAbsolute, writtenTarget } from '../facts/pointer-words.ts';
import { addressesIn } from '../facts/server-in-zone.ts';
import { addTargetDot } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** A name server of the zone whose name lies in the zone, and has no address there. */
export const nsNoAddress = defineRule({
  id: 'ns-no-address',
  scope: 'zone',
  severity: 'error',
  refused: 'zone',
  summary: 'Name server in the zone has no address record',
  check(zone, ctx, report) {
    for (const server of ofType(apexRecords(zone, ctx), TYPE_NS)) {
      if (server.data < 0 || isAddressLiteral(server, ctx) || !ctx.store.names.isBelowOrAt(server.data, zone.apex))
        continue;
      const state = addressesIn(zone, server.data, ctx);
      if (state.kind !== 'none' && state.kind !== 'renamed') continue;
      const written = writtenTarget(server);
      const name = shown(ctx, server.data);
      const means = isRelative(written) && looksAbsolute(written) ? `"${written}" has no final dot, so it means ` : '';
      const why =
        state.kind === 'renamed'
          ? `which lies below the DNAME of ${shown(ctx, state.record.owner)}`
          : 'which has no A or AAAA record';
      report({
        at: server.at('target'),
        message: means
          ? `${means}${name}, ${why}: servers refuse the zone`
          : `${shown(ctx, zone.apex)} has the name server ${name}, ${why}: servers refuse the zone`,
        ...(state.kind === 'renamed' ? { related: [{ at: state.record.at('record'), message: 'The DNAME' }] } : {}),
      });
    }
  },
  fixes: addTargetDot,
});
