import { phrase } from '../../language/phrase.ts';
import { type FieldKind, signedNumber } from './kinds.ts';

/** The protocol of WKS: a number or a word of the protocol table (RFC 1010). */
export const wksProtocol: FieldKind = {
  use: 'mnemonic',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = signedNumber(token.text) ?? protocolOf(token.text);
    if (value !== undefined && value >= 0 && value <= 255) return reader.add(String.fromCharCode(value));
    const expected = phrase`must be tcp, udp or a number from 0 to 255, found "${token.text}"`;
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
      const port = signedNumber(token.text) ?? services.get(token.text.toLowerCase());
      if (port === undefined || port < 0 || port > 65535) {
        const expected = phrase`must be a known service or a port from 0 to 65535, found "${token.text}"`;
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

/** The table has each word in lower and in upper case. */
function protocolOf(text: string): number | undefined {
  const lower = text.toLowerCase();
  return text === lower || text === text.toUpperCase() ? protocols.get(lower) : undefined;
}

const protocols: ReadonlyMap<string, number> = new Map([
  ['ip', 0],
  ['icmp', 1],
  ['igmp', 2],
  ['ggp', 3],
  ['ipencap', 4],
  ['st', 5],
  ['tcp', 6],
  ['egp', 8],
  ['igp', 9],
  ['pup', 12],
  ['udp', 17],
  ['hmp', 20],
  ['xns-idp', 22],
  ['rdp', 27],
  ['iso-tp4', 29],
  ['dccp', 33],
  ['xtp', 36],
  ['ddp', 37],
  ['idpr-cmtp', 38],
  ['ipv6', 41],
  ['ipv6-route', 43],
  ['ipv6-frag', 44],
  ['idrp', 45],
  ['rsvp', 46],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['skip', 57],
  ['ipv6-icmp', 58],
  ['ipv6-nonxt', 59],
  ['ipv6-opts', 60],
  ['rspf', 73],
  ['vmtp', 81],
  ['eigrp', 88],
  ['ospf', 89],
  ['ax.25', 93],
  ['ipip', 94],
  ['etherip', 97],
  ['encap', 98],
  ['pim', 103],
  ['ipcomp', 108],
  ['vrrp', 112],
  ['l2tp', 115],
  ['isis', 124],
  ['sctp', 132],
]);

const services: ReadonlyMap<string, number> = new Map([
  ['tcpmux', 1],
  ['echo', 7],
  ['discard', 9],
  ['sink', 9],
  ['null', 9],
  ['systat', 11],
  ['users', 11],
  ['daytime', 13],
  ['netstat', 15],
  ['qotd', 17],
  ['quote', 17],
  ['chargen', 19],
  ['ttytst', 19],
  ['source', 19],
  ['ftp-data', 20],
  ['ftp', 21],
  ['ssh', 22],
  ['telnet', 23],
  ['smtp', 25],
  ['mail', 25],
  ['time', 37],
  ['timserver', 37],
  ['whois', 43],
  ['nicname', 43],
  ['tacacs', 49],
  ['domain', 53],
  ['bootps', 67],
  ['bootpc', 68],
  ['tftp', 69],
  ['gopher', 70],
  ['finger', 79],
  ['http', 80],
  ['www', 80],
  ['kerberos', 88],
  ['iso-tsap', 102],
  ['tsap', 102],
  ['pop3', 110],
  ['pop-3', 110],
  ['sunrpc', 111],
  ['portmapper', 111],
  ['auth', 113],
  ['authentication', 113],
  ['tap', 113],
  ['ident', 113],
  ['nntp', 119],
  ['readnews', 119],
  ['untp', 119],
  ['ntp', 123],
  ['epmap', 135],
  ['loc-srv', 135],
  ['netbios-ns', 137],
  ['netbios-dgm', 138],
  ['netbios-ssn', 139],
  ['imap', 143],
  ['imap2', 143],
  ['snmp', 161],
  ['snmp-trap', 162],
  ['snmptrap', 162],
  ['cmip-man', 163],
  ['cmip-agent', 164],
  ['xdmcp', 177],
  ['bgp', 179],
  ['irc', 194],
  ['z3950', 210],
  ['ldap', 389],
  ['svrloc', 427],
  ['https', 443],
  ['microsoft-ds', 445],
  ['kpasswd', 464],
  ['smtps', 465],
  ['urd', 465],
  ['saft', 487],
  ['isakmp', 500],
  ['exec', 512],
  ['biff', 512],
  ['comsat', 512],
  ['login', 513],
  ['who', 513],
  ['shell', 514],
  ['cmd', 514],
  ['syslog', 514],
  ['printer', 515],
  ['spooler', 515],
  ['talk', 517],
  ['ntalk', 518],
  ['route', 520],
  ['router', 520],
  ['routed', 520],
  ['uucp', 540],
  ['uucpd', 540],
  ['klogin', 543],
  ['kshell', 544],
  ['krcmd', 544],
  ['rtsp', 554],
  ['submission', 587],
  ['ipp', 631],
  ['ldaps', 636],
  ['rsync', 873],
  ['ftps-data', 989],
  ['ftps', 990],
  ['telnets', 992],
  ['imaps', 993],
  ['pop3s', 995],
]);
