import { ip6TextOfBind } from '../../dns/ip6.ts';
import { phrase } from '../../language/phrase.ts';
import { encodeBase64, encodeHex } from './binary.ts';
import { readData } from './data.ts';
import {
  type FieldKind,
  ip6FromWire,
  ip6ToWire,
  name,
  numberKind,
  quote,
  readIp6,
  readSmall,
  string,
  stringBytes,
} from './kinds.ts';
import { numberToWire } from './reader.ts';
import { explainNaptrRegexp } from './regexp.ts';

/** The regexp of NAPTR: a string that must be a substitution (RFC 3402 section 3.2). */
export const regexp: FieldKind = {
  ...string,
  read: (reader, fieldName) => {
    const start = reader.bytes.length;
    if (!string.read(reader, fieldName)) return false;
    const reason = explainNaptrRegexp(reader.bytes.slice(start + 1));
    if (reason === undefined) return true;
    return reader.fail(
      'syntax-value',
      reader.last ?? noPlace,
      phrase`${reader.typeName} ${fieldName} is wrong: ${reason}`,
    );
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
      phrase`${reader.typeName} ${fieldName} must be letters and digits, found "${token.text}"`,
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
    const message = phrase`${reader.typeName} ${fieldName} must be a URI in quotes, found ${token.quoted ? phrase`an empty one` : `"${token.text}"`}`;
    if (token.quoted) return reader.fail('syntax-value', token, message);
    const fixes = [{ title: phrase`Put it in quotes`, start: token.start, end: token.end, text: `"${token.text}"` }];
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
      const isFixable =
        dashed !== token.text && new RegExp(`^(?:[0-9a-fA-F]{2}-){${size - 1}}[0-9a-fA-F]{2}$`).test(dashed);
      const fixes = isFixable
        ? [{ title: phrase`Write it ${dashed}`, start: token.start, end: token.end, text: dashed }]
        : [];
      const expected = phrase`must be ${size} pairs of hexadecimal digits with "-" between them, found "${token.text}"`;
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
    // BIND passes over a colon at the end.
    const groups = token.text.replace(/:$/, '').split(':');
    if (groups.length === 4 && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) {
      return reader.add(groups.map((group) => numberToWire(Number.parseInt(group, 16), 2)).join(''));
    }
    const expected = phrase`must be four groups of hexadecimal digits with ":" between them, found "${token.text}"`;
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
      const expected = phrase`must be 0x and pairs of hexadecimal digits, found "${token.text}"`;
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
    const expected = phrase`must be + and digits, or pairs of hexadecimal digits, found "${token.text}"`;
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
  return (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

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
    const expected = phrase`must be an octal number from 0 to 177777, found "${token.text}"`;
    return reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected}`);
  },
  show: (wire) => wire.number(2)?.toString(8),
};

const noPlace = { start: 0, end: 0 };
