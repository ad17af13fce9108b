import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { relatedAstray } from '../facts/astray.ts';
import { faultyServers, hasUnsureServer, serverInWords } from '../facts/server-state.ts';
import { addTargetDot } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * A name server that certainly has no address. At the apex, of a name in the zone, BIND refuses the zone; of a delegation,
 * or of a name in another held zone, nobody reaches that server.
 */
export const nsNoAddress = defineRule({
  id: 'ns-no-address',
  asksOtherZones: true,
  scope: 'name',
  severity: 'error',
  refused: 'zone',
  types: [TYPE_NS],
  passesPlainDelegations: true,
  wants: hasUnsureServer,
  summary: 'Name server in a held zone has no address record',
  check(_, records, ctx, report) {
    for (const { server, fault } of faultyServers(records, ctx)) {
      if (fault.kind !== 'none' || ctx.isClaimed(server.id)) continue;
      const { zone, owner, data } = server;
      const isRefused = owner === zone?.apex && ctx.store.names.isBelowOrAt(data, owner);
      const astray = zone ? relatedAstray(data, zone, ctx) : [];
      const end = isRefused ? phrase`BIND refuses the zone` : phrase`nobody reaches this server`;
      report({
        at: server.at('target'),
        ...(isRefused ? {} : { severity: 'warning' }),
        message: `${serverInWords(server, ctx)}, ${fault.why}: ${end}`,
        ...(fault.record ? { related: [{ at: fault.record.at('record'), message: phrase`The DNAME` }] } : {}),
        ...(astray.length > 0 ? { related: astray, data: { isAstray: true } } : {}),
        claims: [server],
      });
    }
  },
  fixes: addTargetDot,
});
