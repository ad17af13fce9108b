import { phrase } from '../language/phrase.ts';
import { bareWord, type ConfigWord, scanWords } from './config-word.ts';
import type { ConfigurationFault, Span } from './configuration.ts';

/** One line of a block: the words up to its end, and the lines of the block that it opens. */
export interface CoreLine {
  readonly words: readonly ConfigWord[];
  readonly block?: readonly CoreLine[];
  readonly span: Span;
}

const MAX_DEPTH = 32;

/** The lines of a Corefile with their blocks. Braces that don't match are faults, and what they would hold is read on. */
export function parseCorefile(text: string, faults: ConfigurationFault[]): CoreLine[] {
  const cursor: Cursor = { tokens: scanWords(text, { quotedAt, bareAt: bareWord }, faults), at: 0, faults };
  const lines: CoreLine[] = [];
  while (cursor.at < cursor.tokens.length) {
    for (const line of linesOf(cursor, 0)) lines.push(line);
    const stray = cursor.tokens[cursor.at];
    if (stray === undefined) break;
    faults.push({ start: stray.start, end: stray.end, message: phrase`This "}" closes nothing` });
    cursor.at++;
  }
  return lines;
}

interface Cursor {
  readonly tokens: readonly ConfigWord[];
  readonly faults: ConfigurationFault[];
  at: number;
}

/** Lines up to a closing brace, the end, or a server block inside of another: there the brace before is missing. */
function linesOf(cursor: Cursor, depth: number): CoreLine[] {
  const lines: CoreLine[] = [];
  for (let first = cursor.tokens[cursor.at]; first !== undefined; first = cursor.tokens[cursor.at]) {
    if (isBrace(first, '}') || (depth > 0 && opensServer(cursor, first))) return lines;
    lines.push(lineOf(cursor, first, depth));
  }
  return lines;
}

/** No plugin has a dot, a colon or a slash in its name, as servers do. */
function opensServer(cursor: Cursor, first: ConfigWord): boolean {
  if (first.quoted || !/[.:/]/.test(first.text)) return false;
  let at = cursor.at;
  for (let token = cursor.tokens[at]; token?.line === first.line; token = cursor.tokens[++at]) {
    if (isBrace(token, '{')) return true;
  }
  return false;
}

/** A list of server names goes on behind a comma at the end of a line. */
function lineOf(cursor: Cursor, first: ConfigWord, depth: number): CoreLine {
  const words: ConfigWord[] = [];
  let { line } = first;
  for (let token: ConfigWord | undefined = first; token !== undefined; token = cursor.tokens[cursor.at]) {
    if (isBrace(token, '{')) return blockOf(cursor, words, token, depth);
    if (isBrace(token, '}') || token.line !== line) break;
    words.push(token);
    cursor.at++;
    if (depth === 0 && !token.quoted && token.text.endsWith(',')) line = cursor.tokens[cursor.at]?.line ?? line;
  }
  return { words, span: { start: first.start, end: words.at(-1)?.end ?? first.end } };
}

function blockOf(cursor: Cursor, words: ConfigWord[], open: ConfigWord, depth: number): CoreLine {
  cursor.at++;
  const start = words[0]?.start ?? open.start;
  if (depth >= MAX_DEPTH) return { words, span: { start, end: open.end } };
  const block = linesOf(cursor, depth + 1);
  const close = cursor.tokens[cursor.at];
  const isClosed = close !== undefined && isBrace(close, '}');
  const end = isClosed ? close.end : (block.at(-1)?.span.end ?? open.end);
  if (!isClosed) {
    cursor.faults.push({ start: open.start, end: open.end, message: phrase`This "{" is not closed: "}" is missing` });
  } else {
    cursor.at++;
  }
  return { words, block, span: { start, end } };
}

function isBrace(token: ConfigWord, brace: '{' | '}'): boolean {
  return !token.quoted && token.text === brace;
}

/** A quoted word ends with its line, so that a forgotten mark costs one line. */
function quotedAt(text: string, start: number, line: number, faults: ConfigurationFault[]): ConfigWord {
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== '"' && text.charAt(end) !== '\n') {
    end += text.charAt(end) === '\\' && text.charAt(end + 1) === '"' ? 2 : 1;
  }
  const closed = text.charAt(end) === '"';
  if (!closed) faults.push({ start, end, message: phrase`This quotation mark is not closed on its line` });
  const range = { start: start + 1, end };
  const content = text.slice(range.start, end).replaceAll('\\"', '"');
  return { text: content, range, start, end: closed ? end + 1 : end, line, quoted: true };
}
