import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { addressLiteral, mayLeadToAddress } from '../facts/address-literal.ts';
import { shown } from '../facts/pairing.ts';
import { addressesIn } from '../facts/server-in-zone.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An address where the name of a server is meant: `NS 192.0.2.1`. */
export const nsAddressLiteral = defineRule({
  id: 'ns-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_NS],
  summary: 'NS record holds an address instead of a name',
  passesPlainDelegations: true,
  wants: (ctx, name) => mayLeadToAddress(ctx, name, TYPE_NS),
  check(_, records, ctx, report) {
    for (const server of records) {
      const written = server.type === TYPE_NS ? addressLiteral(server, ctx) : undefined;
      if (written === undefined) continue;
      const name = shown(ctx, server.data);
      const { zone } = server;
      const isRefused = zone !== undefined && server.owner === zone.apex && lacksAddress(zone, server.data, ctx);
      report({
        at: server.at('target'),
        message: phrase`An NS record holds the name of a server, not its address: ${written} is read as the name ${name}`,
        // Servers take the name, and refuse the zone where it is one of the zone's that has no address.
        data: { refused: isRefused },
      });
    }
  },
});

function lacksAddress(zone: Zone, name: NameId, ctx: RuleContext): boolean {
  if (!ctx.store.names.isBelowOrAt(name, zone.apex)) return false;
  const { kind } = addressesIn(zone, name, ctx);
  return kind === 'none' || kind === 'renamed';
}
