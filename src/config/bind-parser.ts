import { phrase } from '../language/phrase.ts';
import { type BindToken, scanBind } from './bind-token.ts';
import { type BindClause, beginsStatement } from './bind-words.ts';
import type { ConfigurationFault } from './configuration.ts';

/** A cursor over the tokens of named.conf. `at` only grows, so that every reading loop ends. */
export interface BindParser {
  readonly tokens: readonly BindToken[];
  readonly faults: ConfigurationFault[];
  at: number;
  /** Where the last token taken ends in the text. */
  lastEnd: number;
  /** Braces that were missing before a block whose end is still to come. */
  lostBraces: number;
  /** Of a semicolon that ends no statement: it may have stood behind a brace that is missing. */
  strayEnd?: ConfigurationFault;
}

/** A cursor at the first token of the text. */
export function* bindParser(text: string, faults: ConfigurationFault[]): Generator<void, BindParser> {
  const tokens = yield* scanBind(text, faults);
  return { tokens, faults, at: 0, lastEnd: 0, lostBraces: 0 };
}

/** True behind the last token. */
export function atEnd(parser: BindParser): boolean {
  return parser.at >= parser.tokens.length;
}

/** The token under the cursor. */
export function peek(parser: BindParser): BindToken | undefined {
  return parser.tokens[parser.at];
}

/** Takes the token under the cursor. */
export function step(parser: BindParser): BindToken | undefined {
  const token = parser.tokens[parser.at];
  if (token === undefined) return undefined;
  parser.at++;
  parser.lastEnd = token.end;
  return token;
}

/** Takes a keyword and the one value behind it. Without a value: a fault at the keyword, and the statement is skipped. */
export function nextValue(parser: BindParser): BindToken | undefined {
  const keyword = step(parser);
  const value = peek(parser);
  if (value?.kind === 'word' || value?.kind === 'string') return step(parser);
  if (keyword !== undefined) {
    parser.faults.push({ start: keyword.start, end: keyword.end, message: phrase`"${keyword.text}" needs a value` });
  }
  if (value?.kind === ';') step(parser);
  else if (value?.kind === '{') skipStatement(parser);
  return undefined;
}

/** Takes the semicolon that ends a statement, or says that it is missing; the cursor then stays where the next begins. */
export function endStatement(parser: BindParser): void {
  if (peek(parser)?.kind === ';') {
    step(parser);
    return;
  }
  const last = parser.tokens[parser.at - 1];
  if (last !== undefined) reportUnended(parser, last);
}

/** A semicolon is missing behind a token, unless it is a string that goes on to where nobody knows. */
function reportUnended({ faults }: BindParser, { text, start, end, isUnclosed }: BindToken): void {
  if (isUnclosed) return;
  const fix = { start: end, end, text: ';', title: phrase`Insert ";"` };
  faults.push({ start, end, message: phrase`";" is missing after "${text}"`, fix });
}

/** Takes the brace behind `owner`; a fault at the owner where there is none. */
export function openBlock(parser: BindParser, owner: BindToken): BindToken | undefined {
  if (peek(parser)?.kind === '{') return step(parser);
  parser.lostBraces++;
  parser.faults.push({ start: owner.start, end: owner.end, message: phrase`"{" is missing after "${owner.text}"` });
  return undefined;
}

/** Takes the brace that closes a block and the semicolon behind it; a fault at the opening brace where it is missing. */
export function closeStatement(parser: BindParser, open: BindToken | undefined): void {
  if (peek(parser)?.kind === '}') {
    if (open === undefined && parser.lostBraces > 0) parser.lostBraces--;
    step(parser);
    endStatement(parser);
  } else if (open !== undefined) {
    reportUnclosed(parser, open);
  }
}

/**
 * Skips a statement with its blocks and its semicolon. A line that begins with a known keyword of the clause was not meant
 * as its rest.
 */
export function skipStatement(parser: BindParser, clause?: BindClause): void {
  const from = parser.at;
  for (let token = peek(parser); token !== undefined; token = peek(parser)) {
    const startsAnother = token.firstOnLine && startsStatement(parser, { token, from, clause });
    if (token.kind === ';' || token.kind === '}' || startsAnother) break;
    if (token.kind !== '{') step(parser);
    else if (!skipBlock(parser, parser.tokens[from])) return;
  }
  endStatement(parser);
}

/**
 * Skips a block by counting braces. False where a line begins a zone, a view or the options: a brace is missing. All that
 * stands in a block ends in a semicolon, but for what plugins read.
 */
function skipBlock(parser: BindParser, owner: BindToken | undefined): boolean {
  const open = step(parser);
  const isForeign = FOREIGN_BLOCKS.has(owner?.text.toLowerCase() ?? '');
  for (let depth = 1; depth > 0; ) {
    const token = peek(parser);
    const before = parser.tokens[parser.at - 1];
    if (!isForeign && before !== undefined && token !== undefined && isUnended(before, token))
      reportUnended(parser, before);
    if (token === undefined || (token.firstOnLine && isStatementWithBlock(parser) !== undefined)) {
      if (open !== undefined) reportUnclosed(parser, open);
      return false;
    }
    if (token.kind === '{') depth++;
    else if (token.kind === '}') depth--;
    step(parser);
  }
  return true;
}

const FOREIGN_BLOCKS = new Set(['plugin', 'dyndb']);

/** Whether a semicolon lacks between two tokens of a block: before its brace, and between two addresses. */
function isUnended(before: BindToken, token: BindToken): boolean {
  if (token.kind === '}') return before.kind !== ';' && before.kind !== '{';
  return before.kind === 'word' && token.kind === 'word' && ADDRESS.test(before.text) && ADDRESS.test(token.text);
}

const ADDRESS = /^!?(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}|::[\da-f:]*)(?:\/\d{1,3})?$/i;

function reportUnclosed(parser: BindParser, open: BindToken): void {
  const { faults, strayEnd } = parser;
  if (strayEnd && strayEnd.start > open.start) {
    faults.splice(faults.indexOf(strayEnd), 1);
    delete parser.strayEnd;
  }
  faults.push({ start: open.start, end: open.end, message: phrase`This "{" is not closed: "}" is missing` });
}

/** The keyword of `zone "x" {`, `zone "x" IN {`, `view "x" {` or `options {` under the cursor. */
export function isStatementWithBlock(parser: BindParser): 'zone' | 'view' | 'options' | undefined {
  const { tokens, at } = parser;
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const keyword = token.text.toLowerCase();
  if (keyword === 'options') return tokens[at + 1]?.kind === '{' ? keyword : undefined;
  if (keyword !== 'zone' && keyword !== 'view') return undefined;
  if (!isValue(tokens[at + 1])) return undefined;
  if (tokens[at + 2]?.kind === '{') return keyword;
  return isValue(tokens[at + 2]) && tokens[at + 3]?.kind === '{' ? keyword : undefined;
}

/** Whether a token at the beginning of a line begins a statement of its own, of which another one was begun before. */
function startsStatement(parser: BindParser, { token, from, clause }: SkippedTo): boolean {
  if (parser.at === from) return false;
  if (isStatementWithBlock(parser) !== undefined) return true;
  const next = parser.tokens[parser.at + 1];
  const goesOn = isValue(next) || (parser.at > from + 1 && next?.kind === '{');
  return token.kind === 'word' && goesOn && beginsStatement(clause ?? 'zone', token.text.toLowerCase());
}

/** A token that a statement is skipped to, where that begins and in which clause. */
interface SkippedTo {
  readonly token: BindToken;
  readonly from: number;
  readonly clause: BindClause | undefined;
}

function isValue(token: BindToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'string';
}
