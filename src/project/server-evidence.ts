import type { PeekedHost, Witnesses } from './peek.ts';

/**
 * The zone of a file whose name tells none: where one of its own hosts, with a relative owner, is the primary server that
 * its SOA record names, what stands behind that owner, as the mailbox lies in it too; where the primary is none of them,
 * the same of the zone's name servers, with a mailbox there or in no domain (`root.localhost.`), or the zone itself as
 * primary. Undefined where that is not so, or several are.
 */
export function zoneOfServer({ hosts, soaNames, servers }: Witnesses): string | undefined {
  const [primary, mailbox] = soaNames;
  if (primary === undefined || mailbox === undefined) return undefined;
  const byPrimary = onlyZone(hosts, [primary]);
  if (byPrimary !== undefined) return mailbox.endsWith(`.${byPrimary}`) ? byPrimary : undefined;
  const zone = onlyZone(hosts, servers);
  if (zone === undefined) return undefined;
  return primary === zone || mailbox.endsWith(`.${zone}`) || NO_DOMAIN.test(mailbox) ? zone : undefined;
}

/**
 * The zone of a file whose hosts are written out: what the names of all of them and of the primary server end in, where
 * the mailbox does too, or the file is named `stem` and the zone begins so. Undefined where there is none.
 */
export function zoneOfOwners({ hosts, soaNames }: Witnesses, stem: string): string | undefined {
  const [primary, mailbox] = soaNames;
  const owners = new Set(hosts.map(({ owner }) => owner.toLowerCase()).filter((owner) => owner.endsWith('.')));
  if (primary === undefined || owners.size < 2) return undefined;
  let zone: string[] | undefined;
  for (const name of [primary, ...owners]) {
    const labels = name.split('.').reverse();
    const parting = zone?.findIndex((label, index) => label !== labels[index]) ?? -1;
    zone = parting < 0 ? (zone ?? labels) : zone?.slice(0, parting);
  }
  const origin = (zone ?? []).toReversed().join('.');
  const isNamedSo = stem !== '' && `${origin}.`.startsWith(`${stem}.`);
  const isDomain = /\..+\.$/.test(origin) && mailbox?.endsWith(`.${origin}`) === true;
  return origin !== '' && (isNamedSo || isDomain) ? origin : undefined;
}

const NO_DOMAIN = /\.localhost\.$/;

/** What stands behind the first labels of servers that are hosts of the file; undefined where that is nothing, or several. */
function onlyZone(hosts: readonly PeekedHost[], servers: readonly string[]): string | undefined {
  const zones = new Set<string>();
  for (const { owner, origin } of hosts) {
    if (origin !== '' || owner.endsWith('.')) continue;
    for (const server of servers)
      if (server.startsWith(`${owner.toLowerCase()}.`)) zones.add(server.slice(owner.length + 1));
  }
  const [zone] = zones;
  return zone !== '' && zones.size === 1 ? zone : undefined;
}
