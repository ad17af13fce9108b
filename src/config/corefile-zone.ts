import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import { absoluteZoneName } from './zone-name.ts';

/**
 * The zones that one name of a Corefile stands for: itself, or the reverse zones of a network in CIDR notation. A
 * network that ends inside an octet or nibble is several zones, as in CoreDNS. Empty where it is no name.
 */
export function zonesOfCoreName(written: string): readonly string[] {
  const slash = written.lastIndexOf('/');
  const length = slash === -1 ? '' : written.slice(slash + 1);
  if (/^[0-9]{1,3}$/.test(length)) {
    const address = written.slice(0, slash);
    const ip4 = parseIp4(address);
    if (ip4 !== undefined && Number(length) <= 32)
      return zonesOfNetwork(bitsOf([ip4 >>> 16, ip4 & 0xffff]), Number(length), OCTETS);
    const ip6 = parseIp6(address);
    if (ip6 !== undefined && Number(length) <= 128) return zonesOfNetwork(bitsOf(ip6), Number(length), NIBBLES);
  }
  const name = absoluteZoneName(written);
  return name === undefined ? [] : [name];
}

/** The name of a server block less scheme and port: `dns://example.org:1053` is `example.org` at `dns 1053`. */
export function splitServerName(written: string): { readonly name: string; readonly listener: string } {
  const scheme = /^(dns|tls|quic|grpc|https|https3):\/\//.exec(written)?.[1] ?? 'dns';
  const rest = written.startsWith(`${scheme}://`) ? written.slice(scheme.length + 3) : written;
  const port = /:([0-9]{1,5})$/.exec(rest);
  const host = port === null ? rest : rest.slice(0, port.index);
  const isBareIp6 = port !== null && host.includes(':') && !host.includes('/');
  if (port === null || isBareIp6) return { name: rest, listener: `${scheme} ${DEFAULT_PORT}` };
  return { name: host === '' ? '.' : host, listener: `${scheme} ${port[1]}` };
}

const DEFAULT_PORT = '53';

interface ReverseForm {
  readonly bits: 4 | 8;
  readonly suffix: string;
}

const OCTETS: ReverseForm = { bits: 8, suffix: 'in-addr.arpa.' };
const NIBBLES: ReverseForm = { bits: 4, suffix: 'ip6.arpa.' };

function zonesOfNetwork(addressBits: string, length: number, form: ReverseForm): string[] {
  const labelCount = Math.ceil(length / form.bits);
  const free = labelCount * form.bits - length;
  const zones: string[] = [];
  for (let member = 0; member < 1 << free; member++) {
    const memberBits = free === 0 ? '' : member.toString(2).padStart(free, '0');
    const bits = addressBits.slice(0, length) + memberBits;
    let name = '';
    for (let label = labelCount - 1; label >= 0; label--) {
      const value = Number.parseInt(bits.slice(label * form.bits, (label + 1) * form.bits), 2);
      name += `${value.toString(form.bits === 4 ? 16 : 10)}.`;
    }
    zones.push(name + form.suffix);
  }
  return zones;
}

function bitsOf(groups: readonly number[]): string {
  return groups.map((group) => group.toString(2).padStart(16, '0')).join('');
}
