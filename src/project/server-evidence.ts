import { isSubdomain } from '../dns/name.ts';
import type { PeekedHost, Witnesses } from './peek.ts';

/**
 * The zone of a file whose name tells none: where one of its own hosts, with a relative owner, is the primary server that
 * its SOA record names, what stands behind that owner, as the mailbox lies in it too; where the primary is none of them,
 * the same of the zone's name servers, with a mailbox there or in no domain (`root.localhost.`), or the zone itself as
 * primary. A zone that begins with `stem`, what is left of the file's name, needs no mailbox. Where the primary is the only
 * server, it may be the apex, which has an address, with the mailbox below it. Undefined where that is not so, or several
 * are.
 */
export function zoneOfServer({ hosts, soaNames, servers }: Witnesses, stem: string): string | undefined {
  const [primary, mailbox] = soaNames;
  if (primary === undefined || mailbox === undefined) return undefined;
  const isBorneOut = (zone: string): boolean => mailbox.endsWith(`.${zone}`) || isNamedSo(zone, stem);
  const byPrimary = onlyZone(hosts, [primary]);
  if (byPrimary !== undefined) return isBorneOut(byPrimary) ? byPrimary : undefined;
  const byServers = onlyZone(hosts, servers);
  if (byServers !== undefined)
    return isBorneOut(byServers) || primary === byServers || NO_DOMAIN.test(mailbox) ? byServers : undefined;
  const hasApex = hosts.some(({ owner, origin }) => owner === '@' && origin === '');
  const isAlone = servers.length > 0 && servers.every((server) => server === primary);
  return hasApex && isAlone && IS_DOMAIN.test(primary) && isBorneOut(primary) ? primary : undefined;
}

const IS_DOMAIN = /\..+\.$/;
const NO_DOMAIN = /\.localhost\.$/;

/**
 * The zone of a file whose hosts are written out: what the names of all of them and of the primary server end in, where
 * the mailbox does too, or the zone begins with `stem`, what is left of the file's name. Undefined where there is none.
 */
export function zoneOfOwners({ hosts, soaNames }: Witnesses, stem: string): string | undefined {
  const [primary, mailbox] = soaNames;
  const owners = new Set(hosts.map(({ owner }) => owner.toLowerCase()).filter((owner) => owner.endsWith('.')));
  if (primary === undefined || owners.size < 2) return undefined;
  const origin = sharedEnd([primary, ...owners]);
  const isDomain = IS_DOMAIN.test(origin) && mailbox?.endsWith(`.${origin}`) === true;
  return origin !== '' && (isDomain || isNamedSo(origin, stem)) ? origin : undefined;
}

/**
 * The zone of a file whose SOA record, and no other, lacks the final dot behind it, as in exports of Cloudflare: NS records
 * have the same owner with its dot, and an SOA stands at no other name of its zone.
 */
export function zoneOfUndotted({ soaOwner, served }: Witnesses): string | undefined {
  return served.find((owner) => owner === `${soaOwner}.`);
}

/**
 * The zone of a file whose SOA record stands at the root, as in exports of Cloudflare with an `$ORIGIN .` in front of it:
 * the one name that has NS records, where the root has none. Undefined where that is a top-level domain.
 */
export function zoneBelowRoot({ servers, served }: Witnesses): string | undefined {
  const [zone = '', ...others] = new Set(served);
  return servers.length === 0 && others.length === 0 && IS_DOMAIN.test(zone) ? zone : undefined;
}

/**
 * Whether records say that a file is another zone: an owner is written out that lies outside, or a host of the file has the
 * first label of a server outside, so that it may be this one.
 */
export function speaksAgainst(zone: string, { hosts, soaNames, servers, served }: Witnesses): boolean {
  const isElsewhere = (name: string): boolean => isWrittenOutside(name, zone);
  const elsewhere = [...soaNames.slice(0, 1), ...servers].filter(isElsewhere);
  return (
    served.some(isElsewhere) ||
    hosts.some(
      ({ owner }) => isElsewhere(owner) || elsewhere.some((name) => name.startsWith(`${owner.toLowerCase()}.`)),
    )
  );
}

/** Whether a name is written out, and lies in no zone of that name. */
export function isWrittenOutside(name: string, zone: string): boolean {
  return name.endsWith('.') && !isSubdomain(name.toLowerCase(), zone);
}

/** The labels that all names end in. */
function sharedEnd([first = '', ...others]: readonly string[]): string {
  let zone = first.split('.').reverse();
  for (const name of others) {
    const labels = name.split('.').reverse();
    const parting = zone.findIndex((label, index) => label !== labels[index]);
    if (parting >= 0) zone = zone.slice(0, parting);
  }
  return zone.reverse().join('.');
}

function isNamedSo(zone: string, stem: string): boolean {
  return stem !== '' && zone.startsWith(`${stem}.`);
}

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
