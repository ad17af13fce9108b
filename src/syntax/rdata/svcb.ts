import { ip4Text, parseIp4 } from '../../dns/ip4.ts';
import { ip6TextOfBind, parseIp6 } from '../../dns/ip6.ts';
import { laterPhrase, phrase, translated } from '../../language/phrase.ts';
import type { Token } from '../token.ts';
import { isQueryTemplate } from '../uri-template.ts';
import { decodeBase64, encodeBase64, isBinaryFault } from './binary.ts';
import { type FieldKind, ip6FromWire, ip6ToWire, quote, stringBytes } from './kinds.ts';
import { numberToWire, type RdataReader, WireReader } from './reader.ts';

/** A parameter of SVCB and HTTPS (RFC 9460 section 14.3). `shown` tells whether BIND prints its name or keyNNN. */
export interface ServiceParameter {
  readonly name: string;
  readonly key: number;
  readonly about: string;
}

/** The parameters that have a name, for completion and hover. */
export const serviceParameters: readonly ServiceParameter[] = [
  { name: 'mandatory', key: 0, about: laterPhrase`keys a client must understand to use this record` },
  { name: 'alpn', key: 1, about: laterPhrase`protocols, separated by commas: h2, h3` },
  { name: 'no-default-alpn', key: 2, about: laterPhrase`the default protocol is not offered` },
  { name: 'port', key: 3, about: laterPhrase`the port of the service` },
  { name: 'ipv4hint', key: 4, about: laterPhrase`IPv4 addresses of the target, separated by commas` },
  { name: 'ech', key: 5, about: laterPhrase`configuration of encrypted client hello, base64` },
  { name: 'ipv6hint', key: 6, about: laterPhrase`IPv6 addresses of the target, separated by commas` },
  { name: 'dohpath', key: 7, about: laterPhrase`URI template of DNS over HTTPS: /dns-query{?dns}` },
];

/** The parameters of a service binding up to the end of the record. */
export const serviceParams: FieldKind = {
  use: 'parameter',
  span: 'rest',
  read: (reader, fieldName) => {
    const first = reader.peek();
    const params: Param[] = [];
    while (!reader.isAtEnd) {
      const param = readParam(reader, fieldName);
      if (!param) return false;
      params.push(param);
    }
    params.sort((a, b) => a.key - b.key);
    const reason = explainSet(params);
    if (reason && first) {
      const place = { start: first.start, end: reader.last?.end ?? first.end };
      return reader.fail('svcb-invalid', place, `${reader.typeName}: ${reason}`);
    }
    return reader.add(params.map(({ key, value }) => numberToWire(key, 2) + lengthAnd(value)).join(''));
  },
  show: (wire) => {
    const shown: string[] = [];
    const params: Param[] = [];
    while (wire.remaining > 0) {
      const key = wire.number(2);
      const length = wire.number(2);
      const value = length === undefined ? undefined : wire.take(length);
      if (key === undefined || value === undefined || explainValue(key, value) !== undefined) return undefined;
      if (key <= (params.at(-1)?.key ?? -1)) return undefined;
      params.push({ key, value });
      shown.push(showParam(key, value));
    }
    return explainSet(params) === undefined ? shown.join(' ') : undefined;
  },
};

interface Param {
  readonly key: number;
  readonly value: string;
}

/** `key`, `key=value` or `key="value"`; the quoted value is a word of its own that touches the key. */
function readParam(reader: RdataReader, fieldName: string): Param | undefined {
  const token = reader.word(fieldName);
  if (!token) return undefined;
  const equals = token.text.indexOf('=');
  const keyText = equals < 0 ? token.text : token.text.slice(0, equals);
  const key = keyOf(keyText);
  if (key === undefined) {
    reader.fail(
      'svcb-invalid',
      token,
      phrase`${reader.typeName} parameter "${keyText}" is not a known key or key0 to key65535`,
    );
    return undefined;
  }
  const next = reader.peek();
  const isGlued = equals === token.text.length - 1 && next?.quoted === true && next.start === token.end;
  const valueToken = isGlued
    ? (reader.string(fieldName) ?? token)
    : partOf(token, equals < 0 ? token.text.length : equals + 1);
  const place = { start: token.start, end: valueToken.end };
  // Only the exact name has a form of its own; key1 and ALPN take the bytes as they are.
  const read = serviceParameters.some((known) => known.name === keyText) ? readers.get(key) : undefined;
  const value = read ? read(reader, valueToken, keyText) : stringBytes(reader, valueToken, keyText);
  if (value === undefined) {
    reader.fail(
      'svcb-invalid',
      place,
      phrase`${reader.typeName} parameter ${keyText} ${translated(expectations.get(key) ?? HAS_WRONG_VALUE)}, found "${valueToken.text}"`,
    );
    return undefined;
  }
  const reason = explainValue(key, value);
  if (reason === undefined) return { key, value };
  reader.fail('svcb-invalid', place, phrase`${reader.typeName} parameter ${keyText} ${reason}`);
  return undefined;
}

/** The end of a word as a word of its own; one in plain quotes loses them. */
function partOf(token: Token, from: number): Token {
  const text = token.text.slice(from);
  const start = token.start + from;
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return { text: quoted ? text.slice(1, -1) : text, start, end: token.end, quoted };
}

function keyOf(text: string): number | undefined {
  const known = serviceParameters.find(({ name }) => name === text);
  if (known) return known.key;
  const folded = serviceParameters.find(({ name }) => name === text.toLowerCase());
  if (folded) return folded.key;
  const match = /^key(0|[1-9][0-9]*)$/.exec(text);
  const key = match ? Number(match[1]) : Number.NaN;
  return key <= 65535 ? key : undefined;
}

type ReadValue = (reader: RdataReader, token: Token, keyText: string) => string | undefined;

const HAS_WRONG_VALUE = laterPhrase`has a wrong value`;

const expectations: ReadonlyMap<number, string> = new Map([
  [0, laterPhrase`must be keys separated by commas, each once`],
  [1, laterPhrase`must be protocols separated by commas`],
  [2, laterPhrase`takes no value`],
  [3, laterPhrase`must be a number from 0 to 65535`],
  [4, laterPhrase`must be IPv4 addresses separated by commas`],
  [5, laterPhrase`must be base64`],
  [6, laterPhrase`must be IPv6 addresses separated by commas`],
]);

/** How the named keys read their value; undefined where it is wrong. */
const readers: ReadonlyMap<number, ReadValue> = new Map<number, ReadValue>([
  [0, (_, token) => readKeys(token.text)],
  [1, (reader, token, keyText) => readProtocols(reader, token, keyText)],
  [2, (_, token) => (token.text === '' ? '' : undefined)],
  [
    3,
    (_, token) =>
      /^[0-9]+$/.test(token.text) && Number(token.text) <= 65535 ? numberToWire(Number(token.text), 2) : undefined,
  ],
  [
    4,
    (_, token) =>
      readAddresses(token.text, (text) => whenDefined(parseIp4(text), (address) => numberToWire(address, 4))),
  ],
  [5, (_, token) => readBase64(token.text.replace(/[ \t]/g, ''))],
  [6, (_, token) => readAddresses(token.text, (text) => whenDefined(parseIp6(text), ip6ToWire))],
]);

function whenDefined<T>(value: T | undefined, use: (value: T) => string): string | undefined {
  return value === undefined ? undefined : use(value);
}

function readKeys(text: string): string | undefined {
  const keys = text.split(',').map(keyOf);
  const known = keys.filter((key) => key !== undefined).sort((a, b) => a - b);
  if (known.length < keys.length || new Set(known).size < known.length) return undefined;
  return known.map((key) => numberToWire(key, 2)).join('');
}

function readAddresses(text: string, read: (address: string) => string | undefined): string | undefined {
  let bytes = '';
  for (const part of text.split(',')) {
    const address = read(part);
    if (address === undefined) return undefined;
    bytes += address;
  }
  return bytes;
}

function readBase64(text: string): string | undefined {
  const data = decodeBase64(text);
  return !isBinaryFault(data) && data.length === text.length ? data.bytes : undefined;
}

/** Escapes are undone twice: as in any string, then `\,` and `\\` of the list (RFC 9460 appendix A.1). */
function readProtocols(reader: RdataReader, token: Token, keyText: string): string | undefined {
  const list = stringBytes(reader, token, keyText);
  if (list === undefined) return undefined;
  const protocols = [''];
  for (let i = 0; i < list.length; i++) {
    let character = list.charAt(i);
    if (character === ',') {
      protocols.push('');
      continue;
    }
    if (character === '\\') character = list.charAt(++i);
    if (character === '') return undefined;
    protocols.push((protocols.pop() ?? '') + character);
  }
  if (protocols.some((protocol) => protocol === '' || protocol.length > 255)) return undefined;
  return protocols.map((protocol) => String.fromCharCode(protocol.length) + protocol).join('');
}

/** What is wrong with the bytes of one parameter. */
function explainValue(key: number, value: string): string | undefined {
  switch (key) {
    case 0:
      return value.length > 0 && value.length % 2 === 0 && areRising(value)
        ? undefined
        : phrase`is not a list of keys in order`;
    case 1:
      return areProtocols(value) ? undefined : phrase`is not a list of protocols with their lengths`;
    case 2:
      return value === '' ? undefined : phrase`takes no value`;
    case 3:
      return value.length === 2 ? undefined : phrase`must have two bytes`;
    case 4:
      return value.length > 0 && value.length % 4 === 0 ? undefined : phrase`must be IPv4 addresses`;
    case 6:
      return value.length > 0 && value.length % 16 === 0 ? undefined : phrase`must be IPv6 addresses`;
    case 7:
      return isQueryTemplate(value) && isUtf8(value)
        ? undefined
        : phrase`must begin with "/" and be a URI template of the variable dns, as "/dns-query{?dns}" is`;
    default:
      return undefined;
  }
}

/** What is wrong with the parameters together; they are in order of their keys. */
function explainSet(params: readonly Param[]): string | undefined {
  const keys = params.map(({ key }) => key);
  const twice = keys.find((key, index) => key === keys[index - 1]);
  if (twice !== undefined) return phrase`parameter ${keyName(twice)} stands twice`;
  if (keys.includes(2) && !keys.includes(1)) return phrase`no-default-alpn needs alpn beside it`;
  const mandatory = params.find(({ key }) => key === 0);
  for (const key of mandatory ? numbersOf(mandatory.value) : []) {
    if (key === 0) return phrase`mandatory must not list itself`;
    if (!keys.includes(key)) return phrase`mandatory lists ${keyName(key)}, which is missing`;
  }
  return undefined;
}

function keyName(key: number): string {
  return key < 7 ? (serviceParameters[key]?.name ?? '') : `key${key}`;
}

function showParam(key: number, value: string): string {
  if (value === '') return keyName(key);
  return `${keyName(key)}=${showValue(key, value)}`;
}

function showValue(key: number, value: string): string {
  switch (key) {
    case 0:
      return numbersOf(value).map(keyName).join(',');
    case 1:
      return `"${protocolsOf(value).map(showProtocol).join(',')}"`;
    case 3:
      return String(numbersOf(value)[0] ?? 0);
    case 4:
      return chunksOf(value, 4)
        .map((bytes) => ip4Text(new WireReader(bytes).number(4) ?? 0))
        .join(',');
    case 5:
      return encodeBase64(value);
    case 6:
      return chunksOf(value, 16)
        .map((bytes) => ip6TextOfBind(ip6FromWire(bytes)))
        .join(',');
    default:
      return quote(value);
  }
}

function showProtocol(protocol: string): string {
  let text = '';
  for (let i = 0; i < protocol.length; i++) {
    const code = protocol.charCodeAt(i);
    if (code <= 32 || code > 126) text += `\\${String(code).padStart(3, '0')}`;
    else if (code === 34) text += '\\"';
    else if (code === 92) text += '\\\\\\\\';
    else if (code === 44) text += '\\\\,';
    else text += protocol.charAt(i);
  }
  return text;
}

function protocolsOf(value: string): string[] {
  const wire = new WireReader(value);
  const protocols: string[] = [];
  for (let protocol = wire.string(); protocol !== undefined; protocol = wire.string()) protocols.push(protocol);
  return protocols;
}

function areProtocols(value: string): boolean {
  const protocols = protocolsOf(value);
  const length = protocols.reduce((sum, protocol) => sum + protocol.length + 1, 0);
  return length === value.length && length > 0 && !protocols.includes('');
}

function areRising(value: string): boolean {
  const numbers = numbersOf(value);
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function numbersOf(value: string): number[] {
  return chunksOf(value, 2).map((bytes) => bytes.charCodeAt(0) * 256 + bytes.charCodeAt(1));
}

function chunksOf(value: string, size: number): string[] {
  const chunks: string[] = [];
  for (let i = 0; i < value.length; i += size) chunks.push(value.slice(i, i + size));
  return chunks;
}

function isUtf8(bytes: string): boolean {
  try {
    decodeURIComponent(bytes.replace(/[\s\S]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`));
    return true;
  } catch {
    return false;
  }
}

function lengthAnd(value: string): string {
  return numberToWire(value.length, 2) + value;
}
