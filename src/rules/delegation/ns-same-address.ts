import { ARPA4_ADDRESS, type NameId } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { mayShareAddress, type ServerAddresses, serverAddresses } from '../facts/server-addresses.ts';
import { defineRule } from '../rule.ts';

/**
 * Two names of one server, of a zone or of a delegation: the second stands for nothing when the first does not answer
 * (RFC 2182 section 3). Of a delegation it is information, as another zone is at fault.
 */
export const nsSameAddress = defineRule({
  id: 'ns-same-address',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_NS],
  isAboutSeveral: true,
  summary: 'Two name servers of a zone have the same address',
  passesPlainDelegations: true,
  wants: (ctx, _, first) => mayShareAddress(ctx, first),
  check(_, records, ctx, report) {
    const servers = serverAddresses(records, ctx);
    const zone = servers[0]?.server.zone;
    if (!zone || !isPaired(zone, ctx)) return;
    const isFour = (address: NameId): boolean => ctx.store.names.arpaKind(address) === ARPA4_ADDRESS;
    const owners = new Map<NameId, ServerAddresses>();
    for (const one of servers) {
      const { server, addresses = [] } = one;
      // A server with an address of its own in the family answers there.
      const shared = addresses.find((address) => {
        const known = owners.get(address)?.addresses;
        const isOther = (list: readonly NameId[]) => (own: NameId) =>
          isFour(own) === isFour(address) && !list.includes(own);
        return known !== undefined && !known.some(isOther(addresses)) && !addresses.some(isOther(known));
      });
      const other = shared === undefined ? undefined : owners.get(shared)?.server;
      for (const address of addresses) if (!owners.has(address)) owners.set(address, one);
      if (shared === undefined || !other) continue;
      report({
        at: server.at('target'),
        ...(server.owner === zone.apex ? {} : { severity: 'information' }),
        message: phrase`${shown(ctx, server.data)} has the address of ${shown(ctx, other.data)}, ${ctx.held.addressText(shared)}: these are two names of one server, and nobody answers when it is down`,
        related: [{ at: other.at('record'), message: phrase`The other name server` }],
      });
    }
  },
});
