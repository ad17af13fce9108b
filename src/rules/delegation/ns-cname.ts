import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { faultyServers, hasUnsureServer } from '../facts/server-state.ts';
import { retargetFromAlias } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** A name server that is an alias in a held zone (RFC 2181 section 10.3); in the zone itself BIND refuses it. */
export const nsCname = defineRule({
  id: 'ns-cname',
  asksOtherZones: true,
  scope: 'name',
  severity: 'error',
  refused: 'zone',
  types: [TYPE_NS],
  passesPlainDelegations: true,
  wants: hasUnsureServer,
  summary: 'Name server is an alias in a held zone',
  check(_, records, ctx, report) {
    for (const { server, fault } of faultyServers(records, ctx)) {
      if (fault.kind !== 'alias' || ctx.isClaimed(server.id)) continue;
      const { zone, owner, data } = server;
      const isRefused = owner === zone?.apex && ctx.store.names.isBelowOrAt(data, owner);
      report({
        at: server.at('target'),
        ...(isRefused ? {} : { severity: 'warning' }),
        message: phrase`${fault.says}: an NS record names a host that has addresses of its own`,
        related: [{ at: fault.record.at('record'), message: phrase`The alias` }],
        claims: [server],
      });
    }
  },
  fixes: retargetFromAlias,
});
