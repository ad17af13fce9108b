import { phrase } from '../../language/phrase.ts';
import { type FieldKind, ip4, ip6, name, numberKind, readSmall } from './kinds.ts';
import type { RdataReader, WireReader } from './reader.ts';

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
    type === 0 ? phrase`must be "." for type 0, found "${token.text}"` : phrase`of type ${type} has no form in words`;
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
