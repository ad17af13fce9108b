import { phrase } from '../language/phrase.ts';

/** A JSON value with the place where it stands; offsets are UTF-16 and half-open. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  readonly value: JsonValue;
}

/** A JSON value, its parts with their places. */
export type JsonValue = null | boolean | number | string | readonly JsonNode[] | JsonObject;

/** A JSON object: its members in the order of the text, a key that is given twice twice. */
export interface JsonObject {
  readonly members: readonly JsonMember[];
}

/** A member of an object; the place of its key includes the quotation marks. */
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: JsonNode;
}

/** Why a text is no JSON, and where; offsets are UTF-16 and half-open. */
export interface JsonFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Reads JSON in which comments and final commas may stand. What follows the first fault is not read. */
export function parseJson(text: string): {
  readonly node: JsonNode | undefined;
  readonly fault: JsonFault | undefined;
} {
  const reader: Reader = { text, at: 0, fault: undefined, depth: 0 };
  const node = readValue(reader);
  skipBlanks(reader);
  if (reader.at < text.length) fail(reader, phrase`Nothing may follow the closing brace`);
  return { node: reader.fault ? undefined : node, fault: reader.fault };
}

/** The same tree for a value that is in memory already; without places. */
export function jsonNodeOf(value: unknown): JsonNode {
  const at = { start: 0, end: 0 };
  if (Array.isArray(value)) return { ...at, value: value.map(jsonNodeOf) };
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return { ...at, value };
  if (typeof value !== 'object' || value === null) return { ...at, value: null };
  const members = Object.entries(value).map(([key, item]) => ({
    key,
    keyStart: 0,
    keyEnd: 0,
    node: jsonNodeOf(item),
  }));
  return { ...at, value: { members } };
}

/** Whether a value is an object. */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && 'members' in value;
}

/** Whether a value is a list. */
export function isJsonList(value: JsonValue): value is readonly JsonNode[] {
  return Array.isArray(value);
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  fault: JsonFault | undefined;
}

const DEEPEST = 64;

function readValue(reader: Reader): JsonNode | undefined {
  skipBlanks(reader);
  const start = reader.at;
  const character = reader.text[reader.at];
  let value: JsonValue | undefined;
  if (character === '{' || character === '[') {
    if (reader.depth >= DEEPEST) return fail(reader, phrase`This is nested too deeply`);
    reader.depth++;
    value = character === '{' ? readObject(reader) : readList(reader);
    reader.depth--;
  } else if (character === '"') value = readString(reader);
  else value = readWord(reader);
  return value === undefined ? undefined : { start, end: reader.at, value };
}

function readObject(reader: Reader): JsonObject | undefined {
  const members: JsonMember[] = [];
  reader.at++;
  for (;;) {
    skipBlanks(reader);
    if (reader.text[reader.at] === '}') {
      reader.at++;
      return { members };
    }
    const keyStart = reader.at;
    if (reader.text[reader.at] !== '"') return fail(reader, phrase`Expected a name in quotation marks, or "}"`);
    const key = readString(reader);
    const keyEnd = reader.at;
    skipBlanks(reader);
    if (key !== undefined && reader.text[reader.at] !== ':') return fail(reader, phrase`Expected ":" behind the name`);
    reader.at++;
    const node = key === undefined ? undefined : readValue(reader);
    if (key === undefined || !node) return undefined;
    members.push({ key, keyStart, keyEnd, node });
    if (!readComma(reader, '}')) return undefined;
  }
}

function readList(reader: Reader): readonly JsonNode[] | undefined {
  const items: JsonNode[] = [];
  reader.at++;
  for (;;) {
    skipBlanks(reader);
    if (reader.text[reader.at] === ']') {
      reader.at++;
      return items;
    }
    const node = readValue(reader);
    if (!node) return undefined;
    items.push(node);
    if (!readComma(reader, ']')) return undefined;
  }
}

function readComma(reader: Reader, closing: string): boolean {
  skipBlanks(reader);
  const character = reader.text[reader.at];
  if (character === ',') reader.at++;
  else if (character !== closing) fail(reader, phrase`Expected "," or "${closing}"`);
  return reader.fault === undefined;
}

function readString(reader: Reader): string | undefined {
  const { text } = reader;
  let end = reader.at + 1;
  while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== '"') return fail(reader, phrase`This string is not closed on its line`);
  try {
    const value: unknown = JSON.parse(text.slice(reader.at, end + 1));
    reader.at = end + 1;
    return String(value);
  } catch {
    return fail(reader, phrase`This string has an escape or a character that JSON does not have`);
  }
}

function readWord(reader: Reader): JsonValue | undefined {
  const word = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.])/.exec(
    reader.text.slice(reader.at, reader.at + 40),
  )?.[0];
  if (word === undefined)
    return fail(reader, reader.at < reader.text.length ? phrase`Expected a value` : phrase`The text ends here`);
  reader.at += word.length;
  if (word === 'null') return null;
  return word === 'true' ? true : word === 'false' ? false : Number(word);
}

/** Blanks, line ends and comments of both kinds; a byte order mark at the start. */
function skipBlanks(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    while (' \t\r\n\ufeff'.includes(text[reader.at] ?? 'x')) reader.at++;
    if (text.startsWith('//', reader.at)) {
      const end = text.indexOf('\n', reader.at);
      reader.at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', reader.at)) {
      const end = text.indexOf('*/', reader.at + 2);
      reader.at = end < 0 ? text.length : end + 2;
    } else return;
  }
}

function fail(reader: Reader, message: string): undefined {
  // A whole character, which may be two units of UTF-16.
  const { length } = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0);
  const end = Math.min(reader.at + length, reader.text.length);
  reader.fault ??= { start: Math.min(reader.at, end), end, message };
  return undefined;
}
