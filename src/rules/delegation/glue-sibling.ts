import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { faultyServers, hasUnsureServer, serverInWords } from '../facts/server-state.ts';
import { defineRule } from '../rule.ts';

/** A delegation to a server below another delegation of the zone, without its address here (RFC 9471 section 3.2). */
export const glueSibling = defineRule({
  id: 'glue-sibling',
  scope: 'name',
  severity: 'information',
  types: [TYPE_NS],
  passesPlainDelegations: true,
  wants: hasUnsureServer,
  summary: 'Delegation to a server below another delegation has no address record for that server',
  check(_, records, ctx, report) {
    for (const { server, fault } of faultyServers(records, ctx)) {
      if (fault.kind !== 'sibling' || ctx.isClaimed(server.id)) continue;
      report({
        at: server.at('target'),
        message: phrase`${serverInWords(server, ctx)}, which is delegated with ${shown(ctx, fault.cut)}: without an A or AAAA record for it here (sibling glue) a resolver has to ask there first, and where both wait for each other none is found`,
      });
    }
  },
});
