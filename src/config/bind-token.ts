import { phrase } from '../language/phrase.ts';
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
  /** A string whose quotation mark is not closed: what it lacks behind it is no fault of its own. */
  readonly isUnclosed?: true;
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
    } else if (code === QUOTE && closesNothing(text, at)) {
      faults.push({ start: at, end: at + 1, message: phrase`This quotation mark closes nothing: none is open here` });
      at++;
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
 * A quoted string. It may go over lines, as keys and database queries do. One that would swallow a semicolon and go on
 * to a later line, or to a quotation mark with a word right behind it, was left open by mistake: it ends before the
 * semicolon or brace in its line.
 */
function stringAt(text: string, start: number, firstOnLine: boolean, faults: ConfigurationFault[]): BindToken {
  let lineEnd = -1;
  let special = -1;
  let hasSemicolon = false;
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && text.charCodeAt(at + 1) === QUOTE) {
      if (lineEnd !== -1) break;
      at++;
    } else if (code === QUOTE) {
      if (special === -1 || !opensString(text, at)) return stringToken(text, start, at, at + 1, firstOnLine);
      break;
    } else if (isLineEnd(code)) {
      if (lineEnd === -1) lineEnd = at;
      if (hasSemicolon) break;
    } else if (lineEnd === -1) {
      if (special === -1 && isSpecial(code)) special = at;
      hasSemicolon ||= code === SEMICOLON;
    } else if (code === SEMICOLON) break;
  }
  let end = special !== -1 ? special : lineEnd !== -1 ? lineEnd : text.length;
  while (end > start + 1 && isBlank(text.charCodeAt(end - 1))) end--;
  faults.push({ start, end, message: phrase`This quotation mark is not closed on its line` });
  return { ...stringToken(text, start, end, end, firstOnLine), isUnclosed: true };
}

/** Whether a word begins right behind a quotation mark, so that it is no closing one. */
function opensString(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1);
  return !(Number.isNaN(code) || isBlank(code) || isLineEnd(code) || isSpecial(code) || isCommentStart(text, at + 1));
}

/** Whether a quotation mark ends a word that none begins: the statement ends behind it. */
function closesNothing(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0 || isBlank(before) || isLineEnd(before) || isSpecial(before) || before === QUOTE) return false;
  let next = at + 1;
  while (isBlank(text.charCodeAt(next))) next++;
  return isSpecial(text.charCodeAt(next));
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
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
    faults.push({ start, end: start + 2, message: phrase`This comment is not closed: "*/" is missing` });
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
