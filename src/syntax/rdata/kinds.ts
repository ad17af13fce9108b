import { explainIp4, ip4Text, parseIp4, withoutBrackets } from '../../dns/ip4.ts';
import { explainIp6, type Ip6, ip6TextOfBind, parseIp6 } from '../../dns/ip6.ts';
import { bytesOf, isNameFault, parseName } from '../../dns/name.ts';
import { parseSeconds } from '../../dns/ttl.ts';
import { phrase } from '../../language/phrase.ts';
import { LONGEST_STRING, splitString } from '../split-string.ts';
import type { Fault, FaultFix, Token } from '../token.ts';
import { numberToWire, type RdataReader, type WireReader } from './reader.ts';

/** What a field's text is, for those who colour, complete or explain it. */
export type FieldUse =
  | 'number'
  | 'ttl'
  | 'host'
  | 'name'
  | 'ipv4'
  | 'ipv6'
  | 'address'
  | 'string'
  | 'base64'
  | 'hex'
  | 'base32'
  | 'type'
  | 'algorithm'
  | 'digest-type'
  | 'mnemonic'
  | 'time'
  | 'parameter'
  | 'coordinate'
  | 'other';

/** How one kind of field is read from words into bytes and shown from bytes as BIND prints it. */
export interface FieldKind {
  readonly use: FieldUse;
  /** How many words it takes: one, at most one, all that are left, or what `read` takes. */
  readonly span: 'one' | 'optional' | 'rest';
  /** The words that stand for values, the usual one first; for completion. */
  readonly words?: readonly string[];
  /** Adds the field's bytes; false after noting a fault. */
  read(reader: RdataReader, fieldName: string): boolean;
  /** The field's text, '' for none; undefined where the bytes are no such field. */
  show(wire: WireReader): string | undefined;
}

/** An unsigned number of `size` bytes. Leading zeros are fine, signs and quotes are not. */
export function numberKind(size: 1 | 2 | 4): FieldKind {
  return {
    use: 'number',
    span: 'one',
    read: (reader, fieldName) => {
      const value = readNumber(reader, fieldName, 256 ** size - 1);
      return value !== undefined && reader.add(numberToWire(value, size));
    },
    show: (wire) => wire.number(size)?.toString(),
  };
}

/** The next word as a number from 0 to `greatest`; undefined after noting a fault. */
export function readNumber(reader: RdataReader, fieldName: string, greatest: number): number | undefined {
  const token = reader.word(fieldName);
  if (!token) return undefined;
  const value = /^[0-9]+$/.test(token.text) ? Number(token.text) : -1;
  if (value >= 0 && value <= greatest) return value;
  if (fieldName === 'preference' && reader.isAtEnd && !/^[0-9]/.test(token.text)) {
    // That there is no mail has the preference 0 (RFC 7505).
    const preference = reader.typeName === 'MX' && token.text === '.' ? '0' : '10';
    const title = phrase`Insert the preference ${preference}`;
    const fix = { title, start: token.start, end: token.start, text: `${preference} ` };
    reader.fail(
      'syntax-field-missing',
      token,
      phrase`${reader.typeName} preference is missing before "${token.text}"`,
      [fix],
    );
    return undefined;
  }
  const expected = phrase`must be a number from 0 to ${greatest}, found "${token.text}"`;
  const swap = fieldName === 'preference' ? swappedFields(reader, token) : undefined;
  reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected}`, swap ? [swap] : []);
  return undefined;
}

/** A name before its preference, where nothing else stands: what is between them stays as it is. */
function swappedFields(reader: RdataReader, host: Token): FaultFix | undefined {
  const preference = reader.peek();
  const isLast = preference && reader.peek(1) === undefined;
  if (!isLast || preference.quoted || !PREFERRED.has(reader.typeName) || /^[0-9]/.test(host.text)) return undefined;
  if (!/^[0-9]+$/.test(preference.text) || Number(preference.text) > 65535) return undefined;
  const blanks = reader.surroundings.source?.slice(host.end, preference.start) ?? '';
  if (!/^[ \t]+$/.test(blanks) || isNameFault(parseName(host.text, reader.surroundings.encoding))) return undefined;
  const text = `${preference.text}${blanks}${host.text}`;
  return { title: phrase`Put the preference first`, start: host.start, end: preference.end, text };
}

/** The types that are a preference and a name. */
const PREFERRED: ReadonlySet<string> = new Set(['MX', 'RT', 'KX', 'LP']);

/** A number as C's strtol reads it, which BIND asks in some old types: a sign may stand before it. */
export function signedNumber(text: string): number | undefined {
  return /^[\v\f]*[+-]?[0-9]+$/.test(text) ? Number(text.trimStart()) : undefined;
}

/** A zone's serial: a number of 32 bits with a rule of its own for those beyond. */
export const serial: FieldKind = {
  ...numberKind(4),
  read: (reader, fieldName) => {
    const token = reader.peek();
    if (token && !token.quoted && /^[0-9]+$/.test(token.text) && Number(token.text) > 0xffffffff) {
      return reader.fail('serial-range', token, phrase`${reader.typeName} serial ${token.text} is over 4294967295`);
    }
    return numberKind(4).read(reader, fieldName);
  },
};

/** A time in seconds, with or without units, up to 32 bits. */
export const seconds: FieldKind = {
  use: 'ttl',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = parseSeconds(token.text);
    if (value !== undefined) return reader.add(numberToWire(value, 4));
    const expected = phrase`must be a number of seconds or a time such as 1h30m, found`;
    return reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected} "${token.text}"`);
  },
  show: (wire) => wire.number(4)?.toString(),
};

/** A domain name of any kind. */
export const name: FieldKind = {
  use: 'name',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const bytes = token && reader.nameBytes(token, fieldName);
    return bytes !== undefined && reader.add(bytes);
  },
  show: (wire) => wire.name(),
};

/** The name of a host. BIND's loader takes any name here. */
export const host: FieldKind = { ...name, use: 'host' };

/** The target of a service binding, the one name that may be quoted. */
export const quotableHost: FieldKind = {
  ...host,
  read: (reader, fieldName) => {
    const token = reader.string(fieldName);
    const bytes = token && reader.nameBytes(token, fieldName);
    return bytes !== undefined && reader.add(bytes);
  },
};

/** Names up to the end of the record, none at all too. */
export const names: FieldKind = {
  use: 'host',
  span: 'rest',
  read: (reader, fieldName) => {
    while (!reader.isAtEnd) if (!name.read(reader, fieldName)) return false;
    return true;
  },
  show: (wire) => {
    const shown: string[] = [];
    while (wire.remaining > 0) {
      const text = wire.name();
      if (text === undefined) return undefined;
      shown.push(text);
    }
    return shown.join(' ');
  },
};

/** An IPv4 address. */
export const ip4: FieldKind = {
  use: 'ipv4',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const address = token && readIp4(reader, token, fieldName);
    return address !== undefined && reader.add(numberToWire(address, 4));
  },
  show: (wire) => {
    const address = wire.number(4);
    return address === undefined ? undefined : ip4Text(address);
  },
};

/** An IPv6 address. */
export const ip6: FieldKind = {
  use: 'ipv6',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    const address = token && readIp6(reader, token, fieldName);
    return address !== undefined && reader.add(ip6ToWire(address));
  },
  show: (wire) => {
    const bytes = wire.take(16);
    return bytes === undefined ? undefined : ip6TextOfBind(ip6FromWire(bytes));
  },
};

/** The IPv4 address of a word; undefined after noting what is wrong with it. */
function readIp4(reader: RdataReader, token: Token, fieldName: string): number | undefined {
  const address = parseIp4(token.text);
  if (address !== undefined) return address;
  const fault = explainIp4(token.text);
  if (fault.kind === 'ip6') {
    const message = phrase`${reader.typeName} ${fieldName} must be an IPv4 address, "${token.text}" is an IPv6 address`;
    reader.fail(
      'syntax-address-family',
      token,
      message,
      otherFamily(reader, 'AAAA', parseIp6(token.text) !== undefined),
    );
    return undefined;
  }
  const place = { start: token.start + fault.offset, end: token.start + fault.offset + fault.length };
  const rule = fault.kind === 'leading-zero' ? 'syntax-leading-zero' : 'syntax-ipv4';
  const { fixed } = fault;
  const title =
    fault.kind === 'leading-zero' ? phrase`Write it without leading zeros: ${fixed}` : phrase`Replace by ${fixed}`;
  const fixes = fixed === undefined ? [] : [{ title, start: token.start, end: token.end, text: fixed }];
  reader.fail(
    rule,
    place,
    phrase`${reader.typeName} ${fieldName} "${token.text}" is not an IPv4 address: ${fault.reason}`,
    fixes,
  );
  return undefined;
}

/** The IPv6 address of a word; undefined after noting what is wrong with it. */
export function readIp6(reader: RdataReader, token: Token, fieldName: string): Ip6 | undefined {
  const address = parseIp6(token.text);
  if (address !== undefined) return address;
  if (parseIp4(token.text) !== undefined) {
    const message = phrase`${reader.typeName} ${fieldName} must be an IPv6 address, "${token.text}" is an IPv4 address`;
    reader.fail('syntax-address-family', token, message, otherFamily(reader, 'A', true));
    return undefined;
  }
  const message = phrase`${reader.typeName} ${fieldName} "${token.text}" is not an IPv6 address: ${explainIp6(token.text)}`;
  const bare = withoutBrackets(token.text);
  const isBare = bare !== undefined && parseIp6(bare) !== undefined;
  const fix = { title: phrase`Remove the brackets`, start: token.start, end: token.end, text: bare ?? '' };
  reader.fail('syntax-ipv6', token, message, isBare ? [fix] : []);
  return undefined;
}

/** An address as 16 bytes. */
export function ip6ToWire(address: Ip6): string {
  return address.map((group) => numberToWire(group, 2)).join('');
}

/** The address of 16 bytes. */
export function ip6FromWire(bytes: string): Ip6 {
  return Array.from({ length: 8 }, (_, i) => bytes.charCodeAt(2 * i) * 256 + bytes.charCodeAt(2 * i + 1));
}

function otherFamily(reader: RdataReader, typeName: string, isAddress: boolean): Fault['fixes'] & object {
  const { typeToken } = reader.surroundings;
  const isAddressRecord = reader.typeName === 'A' || reader.typeName === 'AAAA';
  if (!typeToken || !isAddress || !isAddressRecord) return [];
  return [
    { title: phrase`Change the type to ${typeName}`, start: typeToken.start, end: typeToken.end, text: typeName },
  ];
}

/** A string of at most 255 bytes, quoted or not. */
export const string: FieldKind = {
  use: 'string',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.string(fieldName);
    return token !== undefined && addString(reader, token, fieldName);
  },
  show: showString,
};

/** A string that may be left out at the record's end. */
export const optionalString: FieldKind = {
  use: 'string',
  span: 'optional',
  read: (reader, fieldName) => reader.isAtEnd || string.read(reader, fieldName),
  show: (wire) => (wire.remaining === 0 ? '' : showString(wire)),
};

/** One or more strings up to the end of the record. */
export const strings: FieldKind = {
  use: 'string',
  span: 'rest',
  read: (reader, fieldName) => {
    do {
      const token = reader.string(fieldName);
      if (!token || !addString(reader, token, fieldName, splitString)) return false;
    } while (!reader.isAtEnd);
    return true;
  },
  show: (wire) => {
    const shown: string[] = [];
    do {
      const text = showString(wire);
      if (text === undefined) return undefined;
      shown.push(text);
    } while (wire.remaining > 0);
    return shown.join(' ');
  },
};

/** The X.121 address of X25 (RFC 1183 section 3.1): a string of four digits or more. */
export const digits: FieldKind = {
  use: 'string',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.string(fieldName);
    if (!token) return false;
    if (/^[0-9]{4,}$/.test(token.text)) return addString(reader, token, fieldName);
    const expected = phrase`must be four digits or more, found "${token.text}"`;
    return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected}`);
  },
  show: (wire) => {
    const bytes = wire.string();
    return bytes !== undefined && /^[0-9]{4,}$/.test(bytes) ? `"${bytes}"` : undefined;
  },
};

/** The bytes of a word with its escapes; undefined after noting a fault. */
export function stringBytes(reader: RdataReader, token: Token, fieldName: string): string | undefined {
  const { text } = token;
  if (!text.includes('\\')) return bytesOf(text, reader.surroundings.encoding);
  let bytes = '';
  let start = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', start)) {
    bytes += bytesOf(text.slice(start, at), reader.surroundings.encoding);
    const written = /^\\(?:[0-9]{1,3}|[^0-9])/su.exec(text.slice(at))?.[0] ?? '\\';
    const value = /^\\[0-9]/.test(written) ? Number(written.slice(1)) : -1;
    if (written === '\\' || value > 255 || (value >= 0 && written.length < 4)) {
      const place = token.start + (token.quoted ? 1 : 0) + at;
      const expected = phrase`a backslash takes three digits up to 255 or one other character`;
      reader.fail(
        'syntax-escape',
        { start: place, end: place + written.length },
        phrase`${reader.typeName} ${fieldName} has the escape "${written}"; ${expected}`,
      );
      return undefined;
    }
    bytes += value >= 0 ? String.fromCharCode(value) : bytesOf(written.slice(1), reader.surroundings.encoding);
    start = at + written.length;
  }
  return bytes + bytesOf(text.slice(start), reader.surroundings.encoding);
}

/** Where a field may be several strings, `fixes` tells how one that is too long can be written. */
function addString(reader: RdataReader, token: Token, fieldName: string, fixes?: typeof splitString): boolean {
  const bytes = stringBytes(reader, token, fieldName);
  if (bytes === undefined) return false;
  if (bytes.length <= LONGEST_STRING) return reader.add(String.fromCharCode(bytes.length) + bytes);
  const message = phrase`${reader.typeName} ${fieldName} has ${bytes.length} bytes, a string holds at most ${LONGEST_STRING}`;
  return reader.fail('syntax-string', token, message, fixes?.(reader.typeName, token, reader.surroundings.encoding));
}

function showString(wire: WireReader): string | undefined {
  const bytes = wire.string();
  return bytes === undefined ? undefined : quote(bytes);
}

/** Bytes in quotes as BIND prints them. */
export function quote(bytes: string): string {
  let text = '"';
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes.charCodeAt(i);
    if (code < 32 || code > 126) text += `\\${String(code).padStart(3, '0')}`;
    else if (code === 34 || code === 92) text += `\\${bytes.charAt(i)}`;
    else text += bytes.charAt(i);
  }
  return `${text}"`;
}

/** Reads a number of one byte that must not be over `greatest`. */
export function readSmall(reader: RdataReader, fieldName: string, greatest: number): boolean {
  const token = reader.peek();
  if (!numberKind(1).read(reader, fieldName)) return false;
  if (!token || Number(token.text) <= greatest) return true;
  const expected = phrase`must be a number from 0 to ${greatest}, found "${token.text}"`;
  return reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected}`);
}
