import { ip4Arpa, ip6Arpa } from '../dns/arpa.ts';
import type { PeekedPointer } from './peek.ts';

const NIBBLES = /^[0-9a-f](?:\.[0-9a-f]){3,30}$/i;
const GROUPS = /^[0-9a-f]{1,4}(?:[:._-][0-9a-f]{1,4}){1,7}$/;

/**
 * The zone of a file that is named after an IPv6 network, `2001:db8:1` or `2001.db8.1`, where the owners of its PTR records
 * have just the nibbles that are missing; undefined where they have not.
 */
export function zoneOfGroups(stem: string, pointers: readonly PeekedPointer[]): string | undefined {
  const owners = pointers.filter(({ owner, origin }) => origin === '' && NIBBLES.test(owner));
  if (owners.length === 0 || !GROUPS.test(stem)) return undefined;
  const groups = stem.split(/[:._-]/).map((group) => group.padStart(4, '0'));
  const nibbles = [...groups.join('')].reverse();
  const isMissing = owners.every(({ owner }) => owner.split('.').length + nibbles.length === 32);
  return isMissing ? `${nibbles.join('.')}.${ip6Arpa}` : undefined;
}

/**
 * The zone of a file whose PTR records have whole names of addresses as owners: the /24 or the /64 that all are in, as
 * nothing tells where it ends. Undefined where they are in several, or there are none.
 */
export function zoneOfWholeNames(pointers: readonly PeekedPointer[]): string | undefined {
  const networks = new Set<string>();
  for (const { owner } of pointers) {
    const network = networkOf(owner.toLowerCase());
    if (network !== undefined) networks.add(network);
  }
  const [network] = networks;
  return networks.size === 1 ? network : undefined;
}

function networkOf(owner: string): string | undefined {
  const labels = owner.split('.');
  if (owner.endsWith(`.${ip4Arpa}`) && labels.length === 7) return labels.slice(1).join('.');
  return owner.endsWith(`.${ip6Arpa}`) && labels.length === 35 ? labels.slice(16).join('.') : undefined;
}
