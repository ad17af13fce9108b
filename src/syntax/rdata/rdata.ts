import { parseIp4 } from '../../dns/ip4.ts';
import { ip6TextOfBind, parseIp6 } from '../../dns/ip6.ts';
import { absoluteText, type Encoding, isNameFault, type Name, parseName } from '../../dns/name.ts';
import {
  TYPE_A,
  TYPE_A6,
  TYPE_AAAA,
  TYPE_AMTRELAY,
  TYPE_CNAME,
  TYPE_IPSECKEY,
  TYPE_LOC,
  TYPE_MX,
  TYPE_NS,
  TYPE_PTR,
  TYPE_SOA,
  TYPE_TXT,
} from '../../dns/type-codes.ts';
import { typeName, typeStatus } from '../../dns/types.ts';
import { counted, noun, phrase } from '../../language/phrase.ts';
import { invisibleCharacter } from '../odd-characters.ts';
import type { Fault, Token } from '../token.ts';
import { encodeHex, inChunks } from './binary.ts';
import { readData } from './data.ts';
import { type FieldUse, readNumber } from './kinds.ts';
import { locationFields } from './loc.ts';
import { isPlural, RdataReader, type RdataSurroundings, type SourceSlices, WireReader } from './reader.ts';
import { repeatedWord } from './repeated-word.ts';
import type { TypeRow } from './type-row.ts';
import { typeRow } from './types.ts';

export { type ServiceParameter, serviceParameters } from './svcb.ts';

/** BIND puts all records of a set, with some overhead, into 64 KiB. */
const MOST_BYTES = 65_510;

/** What a record's rdata may depend on beside its own words; all of it has the usual value where left out. */
export interface RdataContext {
  /** The class's number, IN where left out. */
  readonly classNumber?: number;
  /** The word of the record type, for fixes that change it. */
  readonly typeToken?: Token;
  /** The origin as canonical text, where known: names may be too long under it. */
  readonly origin?: string;
  /** How the file's bytes became text, UTF-8 where left out. */
  readonly encoding?: Encoding;
  /** The text that the words were read from, for fixes that keep what stands between them. */
  readonly source?: SourceSlices;
}

/** The bytes of the rdata with absolute names as they are written (RFC 3597 section 4); undefined where it is refused. */
export function rdataBytes(
  type: number,
  tokens: readonly Token[],
  origin: string,
  context: RdataContext = {},
): string | undefined {
  const reader = readRdata(type, tokens, 0, { ...context, origin });
  return reader.fault ? undefined : reader.bytes;
}

/** One field of a record type for completion and signature help. */
export interface FieldInfo {
  readonly name: string;
  readonly use: FieldUse;
  readonly about: string;
  /** Whether it takes all words up to the record's end. */
  readonly isRest: boolean;
  /** The words that stand for values; none for most fields. */
  readonly words: readonly string[];
}

/** Which word of a record is which field. `token` is an index. */
export interface FieldPlace {
  readonly name: string;
  readonly use: FieldUse;
  readonly token: number;
}

/**
 * The faults of a record's rdata: exactly where BIND refuses the record there is one, the first. `tokens` are the words
 * after the type, `end` is where a missing one would stand.
 */
export function checkRdata(type: number, tokens: readonly Token[], end: number, context: RdataContext = {}): Fault[] {
  const reader = readRdata(type, tokens, end, context);
  const { fault } = reader;
  if (!fault) return [];
  const [first, ...rest] = tokens;
  const again = first && rest.length > 0 ? repeatedWord(type, first, context) : undefined;
  if (again && !readRdata(type, rest, end, context).fault) return [{ ...fault, ...again }];
  const word = tokens.find(({ start, end }) => start <= fault.start && fault.start < end);
  return [(word && invisibleCharacter(word, fault)) ?? fault];
}

/**
 * The rdata as BIND prints it with absolute names and single blanks; undefined where it is refused. Two records of a
 * set are the same exactly where these texts are, names without regard to case.
 */
export function rdataText(
  type: number,
  tokens: readonly Token[],
  origin: string,
  context: RdataContext = {},
): string | undefined {
  const quick = quickText(type, tokens, origin, context);
  if (quick !== undefined) return quick;
  const reader = readRdata(type, tokens, 0, { ...context, origin });
  if (reader.fault) return undefined;
  const row = typeRow(type, context.classNumber ?? 1);
  return row?.form === 'words' ? showRdata(row, reader.bytes) : genericText(reader.bytes);
}

/** The fields of a type in order; none where a type has only the generic form. */
export function fieldTable(type: number, classNumber = 1): readonly FieldInfo[] {
  const row = typeRow(type, classNumber);
  if (!row || row.form === 'generic') return [];
  return row.fields.map(({ name, kind, about }) => ({
    name,
    use: kind.use,
    about,
    isRest: kind.span === 'rest',
    words: kind.words ?? [],
  }));
}

/** What a type is for and which RFC defines it ('' where none does); undefined for a type that is not known. */
export function typeSummary(type: number): { readonly summary: string; readonly rfc: string } | undefined {
  const row = typeRow(type, 1);
  return row && { summary: row.summary, rfc: row.rfc };
}

/** Which word is which field, as far as the words go. Wrong words have the field they stand in the place of. */
export function fieldsOf(type: number, tokens: readonly Token[], classNumber = 1): FieldPlace[] {
  if (isGeneric(type, tokens)) return genericPlaces(tokens);
  const row = typeRow(type, classNumber);
  if (!row || row.form === 'generic') return [];
  if (type === TYPE_LOC) {
    const names = locationFields(tokens.map(({ text }) => text));
    return names.map((name, token) => ({ name, use: 'coordinate', token }));
  }
  const places: FieldPlace[] = [];
  let token = 0;
  for (const { name, kind } of row.fields) {
    if (isLeftOut(type, name, tokens)) continue;
    const until = kind.span === 'rest' ? tokens.length : Math.min(token + 1, tokens.length);
    for (; token < until; token++) places.push({ name, use: useOf(type, name, kind.use, tokens), token });
  }
  return places;
}

/** The common types need no bytes: their text follows from one or two words. */
function quickText(type: number, tokens: readonly Token[], origin: string, context: RdataContext): string | undefined {
  const [first, second] = tokens;
  if (!first || first.quoted || first.text === '\\#') return undefined;
  switch (type) {
    case TYPE_A:
      if ((context.classNumber ?? 1) !== 1 || tokens.length !== 1) return undefined;
      return parseIp4(first.text) === undefined ? undefined : first.text;
    case TYPE_AAAA: {
      const address = tokens.length === 1 && (context.classNumber ?? 1) === 1 ? parseIp6(first.text) : undefined;
      return address && ip6TextOfBind(address);
    }
    case TYPE_NS:
    case TYPE_CNAME:
    case TYPE_PTR:
      return tokens.length === 1 ? absoluteText(first.text, origin, context.encoding) : undefined;
    case TYPE_MX: {
      if (!second || second.quoted || tokens.length !== 2 || !/^[0-9]{1,5}$/.test(first.text)) return undefined;
      const exchange = absoluteText(second.text, origin, context.encoding);
      const preference = Number(first.text);
      return exchange === undefined || preference > 65535 ? undefined : `${preference} ${exchange}`;
    }
    default:
      return undefined;
  }
}

function readRdata(type: number, tokens: readonly Token[], end: number, context: RdataContext): RdataReader {
  const reader = new RdataReader(typeName(type), tokens, end, surroundingsOf(context));
  const row = typeRow(type, context.classNumber ?? 1);
  if (typeStatus(type) === 'obsolete') {
    failType(reader, phrase`is obsolete and refused by servers, use MX`);
  } else if (typeStatus(type) === 'meta') {
    failType(reader, phrase`is for questions only, it cannot stand in a zone`);
  } else if (isGeneric(type, tokens)) {
    readGeneric(reader, row);
  } else if (!row || row.form === 'generic') {
    failWords(reader);
  } else {
    readFields(reader, row);
  }
  if (!reader.fault && !reader.isAtEnd) failExtra(reader, row, tokens);
  if (reader.fault && row) reader.fault = missingNumbers(reader, row, tokens) ?? reader.fault;
  if (type === TYPE_SOA && reader.fault?.rule === 'syntax-number') reader.fault = commentOf(reader.fault, tokens);
  if (!reader.fault && reader.bytes.length > MOST_BYTES)
    failType(
      reader,
      phrase`data of ${reader.bytes.length} bytes are more than the ${MOST_BYTES} that servers keep`,
      'syntax-string',
    );
  return reader;
}

function readFields(reader: RdataReader, row: TypeRow): void {
  for (const { name, kind } of row.fields) if (!kind.read(reader, name)) return;
}

/** Where words are too few, and numbers before the word at fault would make them whole: that these are missing. */
function missingNumbers(reader: RdataReader, row: TypeRow, tokens: readonly Token[]): Fault | undefined {
  const { fault, surroundings } = reader;
  const at = tokens.findIndex(({ start }) => start === fault?.start);
  const word = tokens[at];
  if (!fault || !word || !MISPLACED.has(fault.rule) || /^[0-9]+$/.test(word.text)) return undefined;
  for (let count = 1; count <= row.fields.length - tokens.length; count++) {
    const numbers = Array.from({ length: count }, () => ({ ...word, text: '0', quoted: false }));
    const filled = new RdataReader(row.mnemonic, tokens.toSpliced(at, 0, ...numbers), word.end, surroundings);
    readFields(filled, row);
    if (filled.fault || !filled.isAtEnd) continue;
    const names = row.fields.slice(at, at + count).map(({ name }) => name);
    return {
      ...fault,
      rule: 'syntax-field-missing',
      message: missingBefore(row.mnemonic, names, word.text),
      fixes: [],
    };
  }
  return undefined;
}

function missingBefore(typeName: string, names: readonly string[], word: string): string {
  const last = names.at(-1) ?? '';
  if (names.length > 1)
    return phrase`${typeName} ${names.slice(0, -1).join(', ')} and ${last} are missing before "${word}"`;
  return isPlural(last)
    ? phrase`${typeName} ${last} are missing before "${word}"`
    : phrase`${typeName} ${last} is missing before "${word}"`;
}

/** What is said of a word that stands in the place of a number. */
const MISPLACED: ReadonlySet<string> = new Set(['syntax-number', 'syntax-value', 'syntax-quote']);

/** `\# length data` of RFC 3597 section 5; BIND reads `\#` in TXT as text unless a number follows. */
function isGeneric(type: number, tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || first.quoted || first.text !== '\\#') return false;
  if (type !== TYPE_TXT) return true;
  return second !== undefined && !second.quoted && /^[0-9]+$/.test(second.text) && Number(second.text) <= 0xffffffff;
}

function readGeneric(reader: RdataReader, row: TypeRow | undefined): void {
  reader.word('\\#');
  const length = readNumber(reader, phrase`length after \\#`, 65535);
  if (length === undefined) return;
  const first = reader.peek();
  if (length === 0 && first) return;
  // Servers read no further than the length says.
  const data = readData(reader, phrase`data after \\#`, 'hex', 2 * length);
  if (data === undefined) return;
  const lengthToken = reader.last;
  const place = first && reader.last ? { start: first.start, end: reader.last.end } : lengthToken;
  if (!place) return;
  if (data.length !== length) {
    const message = phrase`${reader.typeName} data has ${countBytes(data.length)}, the length before it says ${length}`;
    reader.fail('syntax-generic-rdata', place, message);
  } else if (row && showRdata(row, data) === undefined) {
    reader.fail(
      'syntax-generic-rdata',
      place,
      phrase`${reader.typeName} data of ${countBytes(length)} is not valid for this type`,
    );
  } else {
    reader.add(data);
  }
}

/** The bytes in the words of the type; undefined where they are no such rdata. */
function showRdata(row: TypeRow, bytes: string): string | undefined {
  if (row.isOpaque?.(bytes)) return genericText(bytes);
  const wire = new WireReader(bytes);
  const shown: string[] = [];
  for (const { kind } of row.fields) {
    const text = kind.show(wire);
    if (text === undefined) return undefined;
    if (text !== '') shown.push(text);
  }
  return wire.remaining === 0 ? shown.join(' ') : undefined;
}

function genericText(bytes: string): string {
  return bytes === '' ? '\\# 0' : `\\# ${bytes.length} ${inChunks(encodeHex(bytes))}`;
}

function failType(reader: RdataReader, reason: string, rule = 'syntax-type'): void {
  const place = reader.surroundings.typeToken ?? reader.peek() ?? { start: 0, end: 0 };
  reader.fail(rule, place, `${reader.typeName} ${reason}`);
}

function failWords(reader: RdataReader): void {
  const token = reader.string('data');
  if (!token) return;
  const message = phrase`${reader.typeName} takes only the generic form "\\# length hex", found "${token.text}"`;
  reader.fail('syntax-generic-rdata', token, message);
}

function failExtra(reader: RdataReader, row: TypeRow | undefined, tokens: readonly Token[]): void {
  const extra = reader.peek();
  const last = tokens.at(-1);
  if (!extra || !last) return;
  const place = { start: extra.start, end: last.end };
  reader.fault = commentAt(extra, place);
  if (reader.fault) return;
  const count = row?.fields.length ?? 0;
  const takes = isGeneric(row?.code ?? 0, tokens)
    ? phrase`: the data are as long as their length says`
    : count === 0
      ? ''
      : phrase`: ${reader.typeName} takes ${count === 1 ? phrase`one field` : counted(count, noun`field`)}`;
  reader.fail('syntax-field-extra', place, phrase`"${extra.text}" is more than the record holds${takes}`);
}

/** What stands behind a number of an SOA, each in a line of its own, is mostly meant as a comment. */
function commentOf(fault: Fault, tokens: readonly Token[]): Fault {
  const word = tokens.find(({ start }) => start === fault.start);
  return (word && commentAt(word, fault)) ?? fault;
}

function commentAt(word: Token, { start, end }: Pick<Fault, 'start' | 'end'>): Fault | undefined {
  const mark = word.quoted ? undefined : /^(?:#+|\/\/+)/.exec(word.text)?.[0];
  if (mark === undefined) return undefined;
  const message = phrase`a comment begins with ";", not with "${mark}"`;
  const fix = {
    title: phrase`Begin the comment with ";"`,
    start: word.start,
    end: word.start + mark.length,
    text: ';',
  };
  return { rule: 'syntax-comment', start, end, message, fixes: [fix] };
}

function genericPlaces(tokens: readonly Token[]): FieldPlace[] {
  return tokens.map((_, token) => {
    if (token === 0) return { name: '\\#', use: 'other', token };
    return token === 1 ? { name: 'length', use: 'number', token } : { name: 'data', use: 'hex', token };
  });
}

/** A6 has no suffix with prefix length 128 and no prefix name with 0. */
function isLeftOut(type: number, fieldName: string, tokens: readonly Token[]): boolean {
  if (type !== TYPE_A6) return false;
  return fieldName === 'suffix'
    ? Number(tokens[0]?.text) === 128
    : fieldName === 'prefix name' && Number(tokens[0]?.text) === 0;
}

/** A gateway is what the type before it says. */
function useOf(type: number, fieldName: string, use: FieldUse, tokens: readonly Token[]): FieldUse {
  const kind =
    type === TYPE_IPSECKEY && fieldName === 'gateway'
      ? tokens[1]
      : type === TYPE_AMTRELAY && fieldName === 'relay'
        ? tokens[2]
        : undefined;
  return (kind && gatewayUses[Number(kind.text)]) ?? use;
}

const gatewayUses: readonly FieldUse[] = ['other', 'ipv4', 'ipv6', 'host'];

function surroundingsOf(context: RdataContext): RdataSurroundings {
  const origin = context.origin === undefined ? root : parseName(context.origin);
  return {
    typeToken: context.typeToken,
    source: context.source,
    encoding: context.encoding ?? 'utf8',
    origin: isNameFault(origin) ? root : origin,
  };
}

const root: Name = { labels: [], absolute: true };

function countBytes(count: number): string {
  return count === 1 ? phrase`1 byte` : phrase`${count} bytes`;
}
