import { parseIp4 } from '../dns/ip4.ts';
import { ip6ToBigint, parseIp6 } from '../dns/ip6.ts';

/** A network that the public DNS knows nothing of, and what it is for. */
interface SpecialNetwork {
  readonly network: string;
  readonly what: SpecialUse;
}

/** Why the public DNS is not asked for an address. */
export type SpecialUse = 'private' | 'documentation' | 'loopback' | 'link-local';

/** From the registries of RFC 6890: those whose reverse names are answered locally or by nobody (RFC 6303). */
const SPECIAL: readonly SpecialNetwork[] = [
  { network: '10.0.0.0/8', what: 'private' },
  { network: '172.16.0.0/12', what: 'private' },
  { network: '192.168.0.0/16', what: 'private' },
  { network: '100.64.0.0/10', what: 'private' },
  { network: '127.0.0.0/8', what: 'loopback' },
  { network: '169.254.0.0/16', what: 'link-local' },
  { network: '192.0.2.0/24', what: 'documentation' },
  { network: '198.51.100.0/24', what: 'documentation' },
  { network: '203.0.113.0/24', what: 'documentation' },
  { network: '::1/128', what: 'loopback' },
  { network: 'fc00::/7', what: 'private' },
  { network: 'fe80::/10', what: 'link-local' },
  { network: '2001:db8::/32', what: 'documentation' },
  { network: '3fff::/20', what: 'documentation' },
];

/** What an address is set aside for; undefined for a public one. */
export function specialUse(address: string): SpecialUse | undefined {
  return SPECIAL.find(({ network }) => isIn(address, network))?.what;
}

/** Whether an address lies in a network in CIDR form, or is the address that stands there. */
export function isIn(address: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const ip4 = parseIp4(address);
  if (ip4 !== undefined) {
    const base4 = parseIp4(base);
    const size = 2 ** (32 - Number(length ?? 32));
    return base4 !== undefined && Math.floor(ip4 / size) === Math.floor(base4 / size);
  }
  const [ip6, base6] = [parseIp6(address), parseIp6(base)];
  if (!ip6 || !base6) return false;
  const shift = BigInt(128 - Number(length ?? 128));
  return ip6ToBigint(ip6) >> shift === ip6ToBigint(base6) >> shift;
}
