import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { ip6TextOfBind, parseIp6 } from '../dns/ip6.ts';
import { encodeBase64, encodeHex } from './rdata-binary.ts';
import {
  type FieldKind,
  ip4,
  ip6,
  ip6FromWire,
  ip6ToWire,
  name,
  numberKind,
  quote,
  readData,
  readIp6,
  readWordData,
  string,
  stringBytes,
} from './rdata-kinds.ts';
import { numberToWire, type RdataReader, WireReader } from './rdata-reader.ts';
import { explainNaptrRegexp } from './rdata-regexp.ts';

/** The regexp of NAPTR: a string that must be a substitution (RFC 3402 section 3.2). */
export const regexp: FieldKind = {
  ...string,
  read: (reader, fieldName) => {
    const start = reader.bytes.length;
    if (!string.read(reader, fieldName)) return false;
    const reason = explainNaptrRegexp(reader.bytes.slice(start + 1));
    if (reason === undefined) return true;
    return reader.fail('syntax-value', reader.last ?? noPlace, `${reader.typeName} ${fieldName} is wrong: ${reason}`);
  },
  show: (wire) => {
    const bytes = wire.string();
    return bytes === undefined || explainNaptrRegexp(bytes) !== undefined ? undefined : quote(bytes);
  },
};

/** The tag of CAA: letters and digits (RFC 8659 section 4.1). */
export const caaTag: FieldKind = {
  use: 'mnemonic',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    if (/^[0-9a-zA-Z]{1,255}$/.test(token.text)) return reader.add(String.fromCharCode(token.text.length) + token.text);
    return reader.fail(
      'syntax-value',
      token,
      `${reader.typeName} ${fieldName} must be letters and digits, found "${token.text}"`,
    );
  },
  show: (wire) => {
    const bytes = wire.string();
    return bytes !== undefined && /^[0-9a-zA-Z]+$/.test(bytes) ? bytes : undefined;
  },
};

/** A string without a length before it, up to the end of the rdata. */
export const longString: FieldKind = {
  use: 'string',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.string(fieldName);
    const bytes = token && stringBytes(reader, token, fieldName);
    return bytes !== undefined && reader.add(bytes);
  },
  show: (wire) => quote(wire.rest()),
};

/** The target of URI: in quotes, not empty (RFC 7553 section 4.4). */
export const uri: FieldKind = {
  ...longString,
  read: (reader, fieldName) => {
    const token = reader.peek();
    if (!token || (token.quoted && token.text !== '')) return longString.read(reader, fieldName);
    const message = `${reader.typeName} ${fieldName} must be a URI in quotes, found ${token.quoted ? 'an empty one' : `"${token.text}"`}`;
    if (token.quoted) return reader.fail('syntax-value', token, message);
    const fixes = [{ title: 'Put it in quotes', start: token.start, end: token.end, text: `"${token.text}"` }];
    return reader.fail('syntax-quote', token, message, fixes);
  },
  show: (wire) => (wire.remaining === 0 ? undefined : quote(wire.rest())),
};

/** A hardware address: bytes as two digits with dashes between them (RFC 7043). */
export function euiKind(size: 6 | 8): FieldKind {
  return {
    use: 'other',
    span: 'one',
    read: (reader, fieldName) => {
      const token = reader.word(fieldName);
      if (!token) return false;
      const parts = token.text.split('-');
      if (parts.length === size && parts.every((part) => /^[0-9a-fA-F]{2}$/.test(part))) {
        return reader.add(String.fromCharCode(...parts.map((part) => Number.parseInt(part, 16))));
      }
      const dashed = token.text.replace(/[:.]/g, '-');
      const isMendable =
        dashed !== token.text && new RegExp(`^(?:[0-9a-fA-F]{2}-){${size - 1}}[0-9a-fA-F]{2}$`).test(dashed);
      const fixes = isMendable
        ? [{ title: `Write it ${dashed}`, start: token.start, end: token.end, text: dashed }]
        : [];
      const expected = `must be ${size} pairs of hexadecimal digits with "-" between them, found "${token.text}"`;
      return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`, fixes);
    },
    show: (wire) => {
      const bytes = wire.take(size);
      return bytes === undefined ? undefined : (encodeHex(bytes).toLowerCase().match(/../g) ?? []).join('-');
    },
  };
}

/** The 64 bits of NID and L64: four groups of hexadecimal digits (RFC 6742 section 2.1.2). */
export const locator: FieldKind = {
  use: 'other',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const groups = token.text.split(':');
    if (groups.length === 4 && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) {
      return reader.add(groups.map((group) => numberToWire(Number.parseInt(group, 16), 2)).join(''));
    }
    const expected = `must be four groups of hexadecimal digits with ":" between them, found "${token.text}"`;
    return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
  },
  show: (wire) => {
    const groups = [wire.number(2), wire.number(2), wire.number(2), wire.number(2)];
    return groups[3] === undefined ? undefined : groups.map((group) => (group ?? 0).toString(16)).join(':');
  },
};

/** The address of NSAP: `0x` and hexadecimal digits with dots anywhere (RFC 1706 section 7). */
export const nsapAddress: FieldKind = {
  use: 'hex',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const digits = /^0[xX]((?:[0-9a-fA-F.]*)[0-9a-fA-F][0-9a-fA-F.]*)$/.exec(token.text)?.[1]?.replaceAll('.', '');
    if (digits === undefined || digits.length % 2 !== 0) {
      const expected = `must be 0x and pairs of hexadecimal digits, found "${token.text}"`;
      return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
    }
    return reader.add(hexBytes(digits));
  },
  show: (wire) => (wire.remaining === 0 ? undefined : `0x${encodeHex(wire.rest()).toLowerCase()}`),
};

/** The address of ATMA: digits after a `+`, or hexadecimal digits; dots between them. */
export const atmAddress: FieldKind = {
  use: 'other',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const digits = token.text.replaceAll('.', '');
    const areDotsFine = !/^\+?\.|\.\.|\.$/.test(token.text);
    if (areDotsFine && /^\+[0-9]+$/.test(digits)) return reader.add(`\u0001${digits.slice(1)}`);
    if (areDotsFine && /^(?:[0-9a-fA-F]{2})+$/.test(digits)) return reader.add(`\0${hexBytes(digits)}`);
    const expected = `must be + and digits, or pairs of hexadecimal digits, found "${token.text}"`;
    return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
  },
  show: (wire) => {
    const form = wire.number(1);
    const bytes = wire.rest();
    if (bytes === '') return undefined;
    if (form === 0) return encodeHex(bytes).toLowerCase();
    return form === 1 && /^[0-9]+$/.test(bytes) ? `+${bytes}` : undefined;
  },
};

function hexBytes(digits: string): string {
  return String.fromCharCode(...(digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

/** The address prefixes of APL (RFC 3123 section 5): `[!]1:192.0.2.0/24`, `[!]2:2001:db8::/32`, none at all too. */
export const addressPrefixes: FieldKind = {
  use: 'address',
  span: 'rest',
  read: (reader, fieldName) => {
    while (!reader.isAtEnd) {
      const token = reader.word(fieldName);
      if (!token) return false;
      const match = /^(!?)\+?0*([12]):([^/]+)\/([0-9]+)$/.exec(token.text);
      const [, not = '', family = '', address = '', length = ''] = match ?? [];
      const greatest = family === '1' ? 32 : 128;
      const bytes = family === '1' ? ip4Bytes(address) : ip6Bytes(address);
      if (!match || bytes === undefined || Number(length) > greatest) {
        const expected = `must read 1:192.0.2.0/24 or 2:2001:db8::/32, found "${token.text}"`;
        return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
      }
      const short = bytes.replace(/\0+$/, '');
      const header = String.fromCharCode(0, Number(family), Number(length), short.length + (not === '' ? 0 : 128));
      reader.add(header + short);
    }
    return true;
  },
  show: (wire) => {
    const shown: string[] = [];
    while (wire.remaining > 0) {
      const text = showPrefix(wire);
      if (text === undefined) return undefined;
      shown.push(text);
    }
    return shown.join(' ');
  },
};

/** Whether APL data is well formed and has a prefix of a family other than IPv4 and IPv6. */
export function hasForeignPrefix(bytes: string): boolean {
  const wire = new WireReader(bytes);
  let isForeign = false;
  while (wire.remaining > 0) {
    const family = wire.number(2);
    const length = wire.number(1);
    const size = wire.number(1);
    const address = size === undefined ? undefined : wire.take(size & 127);
    if (length === undefined || address === undefined || address.endsWith('\0')) return false;
    if (family === 1 || family === 2) {
      const greatest = family === 1 ? 4 : 16;
      if (address.length > greatest || length > 8 * greatest) return false;
    } else {
      isForeign = true;
    }
  }
  return isForeign;
}

function ip4Bytes(text: string): string | undefined {
  const address = parseIp4(text);
  return address === undefined ? undefined : numberToWire(address, 4);
}

function ip6Bytes(text: string): string | undefined {
  const address = parseIp6(text);
  return address && ip6ToWire(address);
}

function showPrefix(wire: WireReader): string | undefined {
  const family = wire.number(2);
  const length = wire.number(1);
  const size = wire.number(1);
  const bytes = size === undefined ? undefined : wire.take(size & 127);
  if (length === undefined || size === undefined || bytes === undefined || bytes.endsWith('\0')) return undefined;
  const not = size > 127 ? '!' : '';
  if (family === 1 && bytes.length <= 4 && length <= 32) {
    return `${not}1:${ip4Text(new WireReader(bytes.padEnd(4, '\0')).number(4) ?? 0)}/${length}`;
  }
  if (family !== 2 || bytes.length > 16 || length > 128) return undefined;
  return `${not}2:${ip6TextOfBind(ip6FromWire(bytes.padEnd(16, '\0')))}/${length}`;
}

/** The gateway of IPSECKEY (RFC 4025 section 2.5): what its type, the second byte, says. */
export const gateway: FieldKind = {
  use: 'address',
  span: 'one',
  read: (reader, fieldName) => readRelay(reader, fieldName, reader.bytes.charCodeAt(1)),
  show: (wire) => showRelay(wire, wire.bytes.charCodeAt(1)),
};

/** The relay of AMTRELAY (RFC 8777 section 4.2): what the lower seven bits of the second byte say. */
export const relay: FieldKind = {
  use: 'address',
  span: 'one',
  read: (reader, fieldName) => readRelay(reader, fieldName, reader.bytes.charCodeAt(1) & 127),
  show: (wire) => showRelay(wire, wire.bytes.charCodeAt(1) & 127),
};

function readRelay(reader: RdataReader, fieldName: string, type: number): boolean {
  if (type === 3) return name.read(reader, fieldName);
  if (type === 1 || type === 2) return (type === 1 ? ip4 : ip6).read(reader, fieldName);
  const token = reader.word(fieldName);
  if (!token) return false;
  if (type === 0 && token.text === '.') return true;
  const expected =
    type === 0 ? `must be "." for type 0, found "${token.text}"` : `of type ${type} has no form in words`;
  return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
}

function showRelay(wire: WireReader, type: number): string | undefined {
  if (type === 0) return '.';
  if (type === 3) return wire.name();
  if (type > 3) return undefined;
  return (type === 1 ? ip4 : ip6).show(wire);
}

/** The type of a gateway: 0 none, 1 IPv4, 2 IPv6, 3 name. */
export const gatewayType: FieldKind = {
  ...numberKind(1),
  read: (reader, fieldName) => readSmall(reader, fieldName, 3),
  show: (wire) => {
    const value = wire.number(1);
    return value === undefined || value > 3 ? undefined : String(value);
  },
};

/** The discovery bit of AMTRELAY, which shares its byte with the type after it. */
export const discovery: FieldKind = {
  ...numberKind(1),
  read: (reader, fieldName) => readSmall(reader, fieldName, 1),
  show: (wire) => String((wire.bytes.charCodeAt(1) || 0) >> 7),
};

/** The type of AMTRELAY's relay: joins the bit before it. */
export const relayType: FieldKind = {
  ...numberKind(1),
  read: (reader, fieldName) => {
    const bit = reader.bytes.charCodeAt(1);
    if (!readSmall(reader, fieldName, 127)) return false;
    reader.bytes = reader.bytes.charAt(0) + String.fromCharCode(bit * 128 + reader.bytes.charCodeAt(2));
    return true;
  },
  show: (wire) => {
    const value = wire.number(1);
    return value === undefined ? undefined : String(value & 127);
  },
};

function readSmall(reader: RdataReader, fieldName: string, greatest: number): boolean {
  const token = reader.peek();
  if (!numberKind(1).read(reader, fieldName)) return false;
  if (!token || Number(token.text) <= greatest) return true;
  const expected = `must be a number from 0 to ${greatest}, found "${token.text}"`;
  return reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected}`);
}

/** The host identity tag and the key of HIP (RFC 8005 section 5): their lengths stand before the algorithm. */
export const identityTag: FieldKind = {
  use: 'hex',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const bytes = token && readWordData(reader, token, fieldName, 'hex');
    if (token === undefined || bytes === undefined) return false;
    if (bytes.length === 0 || bytes.length > 255) {
      return reader.fail('syntax-hex', token, `${reader.typeName} ${fieldName} must have 1 to 255 bytes`);
    }
    reader.bytes = String.fromCharCode(bytes.length) + reader.bytes + bytes;
    return true;
  },
  show: () => '',
};

/** The key of HIP, in one word. */
export const identityKey: FieldKind = {
  use: 'base64',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const bytes = token && readWordData(reader, token, fieldName, 'base64');
    if (token === undefined || bytes === undefined) return false;
    if (bytes.length === 0) return reader.fail('syntax-base64', token, `${reader.typeName} ${fieldName} is empty`);
    const header = reader.bytes.slice(0, 2) + numberToWire(bytes.length, 2);
    reader.bytes = header + reader.bytes.slice(2) + bytes;
    return true;
  },
  show: () => '',
};

/** The algorithm of HIP; shows the tag and the key with it, because their lengths surround it. */
export const identityAlgorithm: FieldKind = {
  ...numberKind(1),
  use: 'algorithm',
  show: (wire) => {
    const tagLength = wire.number(1);
    const value = wire.number(1);
    const keyLength = wire.number(2);
    if (!tagLength || value === undefined || !keyLength) return undefined;
    const tag = wire.take(tagLength);
    const key = wire.take(keyLength);
    return tag === undefined || key === undefined ? undefined : `${value} ${encodeHex(tag)} ${encodeBase64(key)}`;
  },
};

/** The data of DOA: base64, or `-` for none. */
export const base64OrDash: FieldKind = {
  use: 'base64',
  span: 'rest',
  read: (reader, fieldName) => {
    const token = reader.peek();
    if (token?.text === '-' && !token.quoted) return reader.word(fieldName) !== undefined;
    const data = readData(reader, fieldName, 'base64');
    if (data === undefined) return false;
    return data === '' ? reader.word(fieldName) !== undefined : reader.add(data);
  },
  show: (wire) => (wire.remaining === 0 ? '-' : encodeBase64(wire.rest())),
};

/** The suffix of A6 (RFC 2874 section 3.1.1): the part of an IPv6 address behind the prefix length before it. */
export const a6Suffix: FieldKind = {
  use: 'ipv6',
  span: 'optional',
  read: (reader, fieldName) => {
    const length = reader.bytes.charCodeAt(0);
    if (length === 128) return true;
    const token = reader.word(fieldName);
    const address = token && readIp6(reader, token, fieldName);
    if (!address) return false;
    const bytes = ip6ToWire(address).slice(length >> 3);
    return reader.add(String.fromCharCode(bytes.charCodeAt(0) & (255 >> (length & 7))) + bytes.slice(1));
  },
  show: (wire) => {
    const length = wire.bytes.charCodeAt(0);
    if (length === 128) return '';
    const bytes = wire.take(16 - (length >> 3));
    if (bytes === undefined || (bytes.charCodeAt(0) & ~(255 >> (length & 7))) !== 0) return undefined;
    return ip6TextOfBind(ip6FromWire(bytes.padStart(16, '\0')));
  },
};

/** The prefix name of A6; there is none with prefix length 0. */
export const a6Prefix: FieldKind = {
  use: 'name',
  span: 'optional',
  read: (reader, fieldName) => reader.bytes.charCodeAt(0) === 0 || name.read(reader, fieldName),
  show: (wire) => (wire.bytes.charCodeAt(0) === 0 ? '' : wire.name()),
};

/** The prefix length of A6: 0 to 128. */
export const a6Length: FieldKind = {
  ...numberKind(1),
  read: (reader, fieldName) => readSmall(reader, fieldName, 128),
  show: (wire) => {
    const value = wire.number(1);
    return value === undefined || value > 128 ? undefined : String(value);
  },
};

/** An address of the class CH: octal (RFC 1035 section 3.4 leaves it open; this is BIND's form). */
export const octal: FieldKind = {
  use: 'number',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = /^[0-7]+$/.test(token.text) ? Number.parseInt(token.text, 8) : -1;
    if (value >= 0 && value <= 0xffff) return reader.add(numberToWire(value, 2));
    const expected = `must be an octal number from 0 to 177777, found "${token.text}"`;
    return reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected}`);
  },
  show: (wire) => wire.number(2)?.toString(8),
};

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

const noPlace = { start: 0, end: 0 };
