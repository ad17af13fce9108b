import type { ConfigurationFault, Span } from './configuration.ts';

/** One token of named.conf. `range` of a string leaves its quotation marks out, `start` and `end` include them. */
export interface BindToken {
  readonly kind: 'word' | 'string' | '{' | '}' | ';';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly range: Span;
  /** Nothing but blanks stands before it on its line. */
  readonly firstOnLine: boolean;
}

/**
 * The tokens of named.conf, in steps: each `yield` is a place to stop. Comments in the styles of C, C++ and the shell are
 * dropped; as in BIND they may begin inside a word, and a backslash in a string escapes only a quotation mark, so that
 * Windows paths stay whole.
 */
export function* scanBind(text: string, faults: ConfigurationFault[]): Generator<void, BindToken[]> {
  const tokens: BindToken[] = [];
  const lastCommentEnd = text.lastIndexOf('*/');
  let firstOnLine = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      firstOnLine = true;
      at++;
    } else if (isBlank(code)) {
      at++;
    } else if (isCommentStart(text, at)) {
      at = commentEnd(text, at, lastCommentEnd, faults);
    } else {
      const token = tokenAt(text, at, firstOnLine, faults);
      tokens.push(token);
      at = token.end;
      firstOnLine = false;
      if (tokens.length % TOKENS_PER_STEP === 0) yield;
    }
  }
  return tokens;
}

const TOKENS_PER_STEP = 4096;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const HASH = 0x23;
const STAR = 0x2a;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function tokenAt(text: string, start: number, firstOnLine: boolean, faults: ConfigurationFault[]): BindToken {
  const character = text.charAt(start);
  if (character === '{' || character === '}' || character === ';') {
    const end = start + 1;
    return { kind: character, text: character, start, end, range: { start, end }, firstOnLine };
  }
  if (character === '"') return stringAt(text, start, firstOnLine, faults);
  let end = start + 1;
  while (end < text.length && !endsWord(text, end)) end++;
  return { kind: 'word', text: text.slice(start, end), start, end, range: { start, end }, firstOnLine };
}

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > SEMICOLON && code < OPEN_BRACE) return false;
  return (
    isBlank(code) ||
    code === LINE_FEED ||
    code === CARRIAGE_RETURN ||
    code === QUOTE ||
    isSpecial(code) ||
    isCommentStart(text, at)
  );
}

/**
 * A quoted string. It may go over lines, as keys and database queries do; one that would swallow a semicolon on a later
 * line was left open by mistake and ends with its line, before that line's closing semicolon.
 */
function stringAt(text: string, start: number, firstOnLine: boolean, faults: ConfigurationFault[]): BindToken {
  let lineEnd = -1;
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && text.charCodeAt(at + 1) === QUOTE) {
      if (lineEnd !== -1) break;
      at++;
    } else if (code === QUOTE) return stringToken(text, start, at, at + 1, firstOnLine);
    else if (lineEnd === -1 && (code === LINE_FEED || code === CARRIAGE_RETURN)) lineEnd = at;
    else if (lineEnd !== -1 && code === SEMICOLON) break;
  }
  let end = lineEnd === -1 ? text.length : lineEnd;
  while (end > start + 1 && (isBlank(text.charCodeAt(end - 1)) || isSpecial(text.charCodeAt(end - 1)))) end--;
  faults.push({ start, end, message: 'This quotation mark is not closed on its line' });
  return stringToken(text, start, end, end, firstOnLine);
}

function stringToken(text: string, start: number, contentEnd: number, end: number, firstOnLine: boolean): BindToken {
  const content = text.slice(start + 1, contentEnd).replaceAll('\\"', '"');
  return { kind: 'string', text: content, start, end, range: { start: start + 1, end: contentEnd }, firstOnLine };
}

function isCommentStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === HASH) return true;
  if (code !== SLASH) return false;
  const next = text.charCodeAt(at + 1);
  return next === SLASH || next === STAR;
}

function commentEnd(text: string, start: number, lastCommentEnd: number, faults: ConfigurationFault[]): number {
  if (text.charCodeAt(start) === SLASH && text.charCodeAt(start + 1) === STAR) {
    if (lastCommentEnd >= start + 2) return text.indexOf('*/', start + 2) + 2;
    faults.push({ start, end: start + 2, message: 'This comment is not closed: "*/" is missing' });
  }
  const lineFeed = text.indexOf('\n', start);
  return lineFeed === -1 ? text.length : lineFeed;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c || code === 0 || code === 0xfeff;
}

function isSpecial(code: number): boolean {
  return code === SEMICOLON || code === OPEN_BRACE || code === CLOSE_BRACE;
}
