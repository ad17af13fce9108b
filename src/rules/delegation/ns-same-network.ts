import { ip4Text } from '../../dns/ip4.ts';
import { ARPA4_ADDRESS, type NameId } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInternal } from '../facts/private-zone.ts';
import { serverAddresses } from '../facts/server-addresses.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Name servers that are all in one network (RFC 2182 section 3.1): one /24, and one /48 where they have IPv6. */
export const nsSameNetwork = defineRule({
  id: 'ns-same-network',
  scope: 'zone',
  severity: 'information',
  summary: 'All name servers of a zone are in one network',
  check(zone, ctx, report) {
    if (!isPaired(zone, ctx)) return;
    const records = ofType(apexRecords(zone, ctx), TYPE_NS);
    if (records.length < 2) return;
    const servers = serverAddresses(records, ctx);
    const all = servers.flatMap(({ addresses }) => addresses ?? []);
    const [first] = servers;
    if (!first || servers.length < 2 || servers.some(({ addresses }) => !addresses)) return;
    // Where none of the servers lies in the zone, it is said of the zone that they lie in.
    if (!servers.some(({ server }) => ctx.store.names.isBelowOrAt(server.data, zone.apex))) return;
    const networks = new Set(all.map((address) => networkText(address, ctx)));
    const families = new Set([...networks].map((network) => network.includes(':')));
    // With one address all are one server, which ns-same-address says.
    if (networks.size !== families.size || new Set(all).size <= families.size) return;
    if (
      isInternal(
        zone,
        servers.map(({ server }) => server.data),
        ctx,
      )
    )
      return;
    report({
      at: first.server.at('target'),
      message: phrase`All name servers of ${shown(ctx, zone.apex)} are in ${[...networks].join(phrase` and `)}: when that network is down nobody answers`,
      related: servers
        .slice(1, 4)
        .map(({ server }) => ({ at: server.at('record'), message: phrase`In the same network` })),
    });
  },
});

function networkText(address: NameId, { store: { names } }: RuleContext): string {
  if (names.arpaKind(address) === ARPA4_ADDRESS) return `${ip4Text((names.ip4Of(address) & 0xffffff00) >>> 0)}/24`;
  const [first = 0, second = 0] = names.reverse.ip6Of(address);
  const groups = [first >>> 16, first & 0xffff, second >>> 16].map((group) => (group >>> 0).toString(16));
  return `${groups.join(':')}::/48`;
}
