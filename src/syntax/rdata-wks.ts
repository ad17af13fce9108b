import type { FieldKind } from './rdata-kinds.ts';

/** The protocol of WKS: a number or a word of the protocol table (RFC 1010). */
export const wksProtocol: FieldKind = {
  use: 'mnemonic',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = /^[0-9]+$/.test(token.text) ? Number(token.text) : protocols.get(token.text.toLowerCase());
    if (value !== undefined && value <= 255) return reader.add(String.fromCharCode(value));
    const expected = `must be tcp, udp or a number from 0 to 255, found "${token.text}"`;
    return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
  },
  show: (wire) => wire.number(1)?.toString(),
};

/** The services of WKS: port numbers or names, none at all too. */
export const wksServices: FieldKind = {
  use: 'mnemonic',
  span: 'rest',
  read: (reader, fieldName) => {
    const ports = new Set<number>();
    while (!reader.isAtEnd) {
      const token = reader.word(fieldName);
      if (!token) return false;
      const port = /^[0-9]+$/.test(token.text) ? Number(token.text) : services.get(token.text.toLowerCase());
      if (port === undefined || port > 65535) {
        const expected = `must be a known service or a port from 0 to 65535, found "${token.text}"`;
        return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
      }
      ports.add(port);
    }
    const bits = new Array<number>(Math.floor(Math.max(-1, ...ports) / 8) + 1).fill(0);
    for (const port of ports) bits[port >> 3] = (bits[port >> 3] ?? 0) | (128 >> (port & 7));
    return reader.add(bits.map((byte) => String.fromCharCode(byte)).join(''));
  },
  show: (wire) => {
    const bytes = wire.rest();
    if (bytes.length > 8192 || bytes.endsWith('\0')) return undefined;
    const ports: number[] = [];
    for (let port = 0; port < bytes.length * 8; port++) {
      if ((bytes.charCodeAt(port >> 3) & (128 >> (port & 7))) !== 0) ports.push(port);
    }
    return ports.join(' ');
  },
};

const protocols: ReadonlyMap<string, number> = new Map([
  ['ip', 0],
  ['icmp', 1],
  ['igmp', 2],
  ['ggp', 3],
  ['tcp', 6],
  ['egp', 8],
  ['igp', 9],
  ['pup', 12],
  ['udp', 17],
  ['hmp', 20],
  ['xns-idp', 22],
  ['rdp', 27],
  ['iso-tp4', 29],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['ospf', 89],
  ['sctp', 132],
]);

const services: ReadonlyMap<string, number> = new Map([
  ['tcpmux', 1],
  ['echo', 7],
  ['discard', 9],
  ['systat', 11],
  ['daytime', 13],
  ['netstat', 15],
  ['qotd', 17],
  ['chargen', 19],
  ['ftp-data', 20],
  ['ftp', 21],
  ['ssh', 22],
  ['telnet', 23],
  ['smtp', 25],
  ['mail', 25],
  ['time', 37],
  ['whois', 43],
  ['nicname', 43],
  ['domain', 53],
  ['bootps', 67],
  ['bootpc', 68],
  ['tftp', 69],
  ['gopher', 70],
  ['finger', 79],
  ['http', 80],
  ['www', 80],
  ['kerberos', 88],
  ['pop3', 110],
  ['pop-3', 110],
  ['sunrpc', 111],
  ['auth', 113],
  ['nntp', 119],
  ['ntp', 123],
  ['netbios-ns', 137],
  ['netbios-dgm', 138],
  ['netbios-ssn', 139],
  ['imap', 143],
  ['imap2', 143],
  ['snmp', 161],
  ['bgp', 179],
  ['irc', 194],
  ['ldap', 389],
  ['https', 443],
  ['submission', 587],
  ['ldaps', 636],
  ['imaps', 993],
  ['pop3s', 995],
]);
