import { ARPA4_ADDRESS } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInternal, watchDirectory } from '../facts/private-zone.ts';
import { mayLackIp4, serverAddresses } from '../facts/server-addresses.ts';
import { defineRule } from '../rule.ts';

/** A zone or delegation whose name servers have IPv6 addresses only: resolvers without IPv6 reach none (RFC 3901 section 4). */
export const nsNoIpv4 = defineRule({
  id: 'ns-no-ipv4',
  scope: 'name',
  severity: 'information',
  types: [TYPE_NS],
  summary: 'No name server of the zone has an IPv4 address',
  passesPlainDelegations: true,
  wants: (ctx, _, first) => mayLackIp4(ctx, first),
  check(name, records, ctx, report) {
    const servers = serverAddresses(records, ctx);
    const [first] = servers;
    const zone = first?.server.zone;
    if (!zone || !isPaired(zone, ctx)) return;
    const { names } = ctx.store;
    const isOnlyIp6 = servers.every(
      ({ addresses }) => addresses?.every((address) => names.arpaKind(address) !== ARPA4_ADDRESS) ?? false,
    );
    if (!isOnlyIp6) return;
    watchDirectory(zone, ctx);
    const hosts = servers.map(({ server }) => server.data);
    if (isInternal(zone, hosts, ctx)) return;
    report({
      at: first.server.at('target'),
      message: phrase`No name server of ${shown(ctx, name)} has an A record: resolvers without IPv6 get no answer`,
    });
  },
});
