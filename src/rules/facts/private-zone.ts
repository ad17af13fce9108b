import { networksOfReverseZone } from '../../dns/arpa.ts';
import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RuleContext } from '../rule.ts';
import { INSIDE_LABELS } from './inside-labels.ts';
import { isPrivate } from './pairing.ts';

/** Top labels that no public server has: RFC 6762 appendix G, RFC 2606, RFC 8375 and ICANN's internal. */
const PRIVATE_TOP: ReadonlySet<string> = new Set([
  ...INSIDE_LABELS,
  ...['domain', 'loc', 'ad', 'test', 'invalid', 'mail', 'onion', 'alt'],
]);

/** Whether a zone's name says that it is for use inside a network only: a top label of its own, private address space. */
export function isOfPrivateUse(apex: NameId, { store: { names } }: RuleContext): boolean {
  if (names.isBelowOrAt(apex, names.arpa)) return isOfPrivateNetwork(names.text(apex));
  let top = apex;
  while (names.parent(top) > ROOT) top = names.parent(top);
  return PRIVATE_TOP.has(names.labelText(top));
}

/**
 * Whether a zone is one of a network's own: by its name, as the domain of an Active Directory, or as one of its servers has
 * an address that nobody outside reaches.
 */
export function isInternal(zone: Zone, servers: readonly NameId[], ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (isOfPrivateUse(zone.apex, ctx)) return true;
  if (OF_DIRECTORY.some((label) => exists(names.findChild(zone.apex, label), ctx))) return true;
  const tcp = names.findChild(zone.apex, '_tcp');
  if (tcp >= 0 && BELOW_TCP.some((label) => exists(names.findChild(tcp, label), ctx))) return true;
  return servers.some((server) => hasPrivateAddress(server, ctx));
}

const OF_DIRECTORY = ['_msdcs', '_kerberos', '_ldap', '_sites'];
const BELOW_TCP = ['_kerberos', '_ldap'];

/** Has the name at hand checked again when a zone becomes the domain of a directory, or ceases to be one; zones as a whole are anyway. */
export function watchDirectory({ apex }: Zone, { store: { names }, watch }: RuleContext): void {
  for (const label of OF_DIRECTORY) watch(names.childText(apex, label));
  const tcp = names.childText(apex, '_tcp');
  for (const label of BELOW_TCP) watch(names.childText(tcp, label));
}

/** Whether one of a name's held addresses is for use inside a network only. */
function hasPrivateAddress(name: NameId, { store, held }: RuleContext): boolean {
  const { records, names } = store;
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if ((type === TYPE_A || type === TYPE_AAAA) && isPrivate(names, records.data[id] as number)) return true;
  }
  return false;
}

function exists(name: NameId, { held }: RuleContext): boolean {
  return name >= 0 && (held.view.index.weight[name] ?? 0) > 0;
}

/** `home.arpa` and the reverse zones of RFC 1918, RFC 6598, loopback, link-local and unique local addresses. */
function isOfPrivateNetwork(text: string): boolean {
  if (text === 'home.arpa.' || text.endsWith('.home.arpa.')) return true;
  if (text.endsWith('.ip6.arpa.')) return /(?:^|\.)[cd]\.f\.ip6\.arpa\.$|(?:^|\.)[89ab]\.e\.f\.ip6\.arpa\.$/.test(text);
  const [network] = networksOfReverseZone(text);
  if (network?.family !== 4) return false;
  const first = network.first >>> 0;
  const octet = first >>> 24;
  return (
    octet === 10 ||
    octet === 127 ||
    first >>> 20 === 0xac1 ||
    first >>> 16 === 0xc0a8 ||
    first >>> 16 === 0xa9fe ||
    first >>> 22 === 0x191
  );
}
