import type { NameId } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { serverAddresses } from '../facts/server-addresses.ts';
import { defineRule } from '../rule.ts';

/** Two names of one server: the second stands for nothing when the first does not answer (RFC 2182 section 3). */
export const nsSameAddress = defineRule({
  id: 'ns-same-address',
  scope: 'zone',
  severity: 'warning',
  summary: 'Two name servers of a zone have the same address',
  check(zone, ctx, report) {
    if (!isPaired(zone, ctx)) return;
    const owners = new Map<NameId, ZoneRecord>();
    for (const { server, addresses = [] } of serverAddresses(zone, ctx)) {
      const shared = addresses.find((address) => owners.has(address));
      const other = shared === undefined ? undefined : owners.get(shared);
      for (const address of addresses) if (!owners.has(address)) owners.set(address, server);
      if (shared === undefined || !other) continue;
      report({
        at: server.at('target'),
        message: phrase`${shown(ctx, server.data)} has the address of ${shown(ctx, other.data)}, ${ctx.held.addressText(shared)}: these are two names of one server, and nobody answers when it is down`,
        related: [{ at: other.at('record'), message: phrase`The other name server` }],
      });
    }
  },
});
