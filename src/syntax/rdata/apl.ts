import { ip4Text, parseIp4 } from '../../dns/ip4.ts';
import { ip6TextOfBind, parseIp6 } from '../../dns/ip6.ts';
import { phrase } from '../../language/phrase.ts';
import { type FieldKind, ip6FromWire, ip6ToWire } from './kinds.ts';
import { numberToWire, WireReader } from './reader.ts';

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
        const expected = phrase`must read 1:192.0.2.0/24 or 2:2001:db8::/32, found "${token.text}"`;
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
