import { phrase } from '../language/phrase.ts';
import type { ConfigurationFault, Located, Span } from './configuration.ts';

/** One `key: value` of knot.conf, with or without the dash that begins a new item of its section. */
export interface KnotEntry {
  readonly key: string;
  readonly keyRange: Span;
  /** Column of the key, of the dash where there is none before it: what must be equal within an item. */
  readonly column: number;
  readonly dash: boolean;
  readonly indent: number;
  readonly values: readonly Located[];
  readonly end: number;
}

/**
 * The entries of knot.conf: a simplified YAML of one entry a line, with lists in brackets. Lines that read as neither an
 * entry nor a comment are faults and left out.
 */
export function scanKnot(text: string, faults: ConfigurationFault[]): KnotEntry[] {
  const entries: KnotEntry[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line: Line = { text, start, end: text.charAt(end - 1) === '\r' ? Math.max(start, end - 1) : end, faults };
    const entry = entryOn(line);
    if (entry !== undefined) entries.push(entry);
    start = end + 1;
  }
  return entries;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly faults: ConfigurationFault[];
}

function entryOn(line: Line): KnotEntry | undefined {
  const { text, start, end, faults } = line;
  const first = skipBlanks(line, text.charCodeAt(start) === 0xfeff ? start + 1 : start);
  if (first >= end || text.charAt(first) === '#' || isDocumentMark(line, first)) return undefined;
  const tab = text.slice(start, first).indexOf('\t');
  if (tab !== -1)
    faults.push({ start: start + tab, end: first, message: phrase`knot.conf allows no tabs before an entry` });
  const dash = text.charAt(first) === '-';
  const keyStart = dash ? skipBlanks(line, first + 1) : first;
  let keyEnd = keyStart;
  while (keyEnd < end && isKeyCharacter(text.charCodeAt(keyEnd))) keyEnd++;
  const colon = skipBlanks(line, keyEnd);
  if (keyEnd === keyStart || text.charAt(colon) !== ':') {
    faults.push({ start: first, end: trimmedEnd(line), message: phrase`An entry "key: value" is expected here` });
    return undefined;
  }
  const values: Located[] = [];
  const last = readValues(line, colon + 1, values);
  return {
    key: text.slice(keyStart, keyEnd).toLowerCase(),
    keyRange: { start: keyStart, end: keyEnd },
    column: keyStart - start,
    dash,
    indent: first - start,
    values,
    end: last,
  };
}

/** Reads `value`, `"value"` or `[value, value]` and answers where the last one ends. */
function readValues(line: Line, from: number, values: Located[]): number {
  const { text, end } = line;
  let last = from;
  let open = -1;
  for (let at = skipBlanks(line, from); at < end; at = skipBlanks(line, at)) {
    const character = text.charAt(at);
    if (character === '#') break;
    if (character === '[') open = at;
    if (character === ']') open = -1;
    if ('[],'.includes(character)) {
      last = ++at;
      continue;
    }
    last = character === '"' ? readQuoted(line, at, values) : readBare(line, at, values);
    at = last;
  }
  if (open !== -1)
    line.faults.push({ start: open, end: open + 1, message: phrase`This "[" is not closed on its line` });
  return last;
}

function readQuoted(line: Line, start: number, values: Located[]): number {
  const { text, end } = line;
  let at = start + 1;
  while (at < end && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  const closed = at < end;
  const contentEnd = closed ? at : trimmedEnd(line);
  if (!closed)
    line.faults.push({ start, end: contentEnd, message: phrase`This quotation mark is not closed on its line` });
  const range = { start: start + 1, end: contentEnd };
  values.push({ text: text.slice(range.start, range.end).replace(/\\(.)/g, '$1'), range });
  return closed ? contentEnd + 1 : end;
}

/** A formatter's index (`%c[0]`) belongs to the word although Knot wants quotation marks around it. */
function readBare(line: Line, start: number, values: Located[]): number {
  const { text, end } = line;
  let at = start + 1;
  while (at < end && !' \t,]'.includes(text.charAt(at))) at = formatterEnd(line, at) ?? at + 1;
  values.push({ text: text.slice(start, at), range: { start, end: at } });
  return at;
}

function formatterEnd(line: Line, at: number): number | undefined {
  if (line.text.charAt(at) !== '[') return undefined;
  let end = at + 1;
  while (end < line.end && /[0-9-]/.test(line.text.charAt(end))) end++;
  return line.text.charAt(end) === ']' ? end + 1 : undefined;
}

function skipBlanks(line: Line, from: number): number {
  let at = from;
  while (at < line.end && (line.text.charAt(at) === ' ' || line.text.charAt(at) === '\t')) at++;
  return at;
}

function trimmedEnd(line: Line): number {
  let { end } = line;
  while (end > line.start + 1 && ' \t'.includes(line.text.charAt(end - 1))) end--;
  return end;
}

function isDocumentMark(line: Line, first: number): boolean {
  const mark = line.text.slice(first, first + 3);
  return first === line.start && (mark === '---' || mark === '...');
}

function isKeyCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d
  );
}
