import { parseTtl } from '../dns/ttl.ts';
import { classCode, className, typeCode, typeStatus } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import { nearType } from '../syntax/header-faults.ts';
import type { Fault, Token } from '../syntax/token.ts';
import {
  fillTemplate,
  type Generation,
  isGenerateFault,
  overflowOf,
  parseRange,
  parseTemplate,
  type Template,
} from './generate.ts';
import { wordTooLong } from './row-faults.ts';
import { LONGEST_WORD } from './row-words.ts';

/** The parts of a $GENERATE line. */
export interface GenerateLine {
  readonly range: Generation;
  readonly lhs: Template;
  readonly rhs: Template;
  readonly ttl: number;
  readonly type: number;
  readonly rhsToken: Token;
  readonly lhsToken: Token;
  readonly rangeToken: Token;
  /** Undefined where no class is written. */
  readonly classToken: Token | undefined;
}

/** Reads `range lhs [TTL] [class] type rhs`; the TTL and the class in either order. */
export function parseGenerate(directive: Token, words: readonly Token[]): GenerateLine | Fault {
  const [rangeToken, lhsToken] = words;
  if (!rangeToken || !lhsToken)
    return at(
      words.at(-1) ?? directive,
      'syntax-generate',
      phrase`$GENERATE needs a range, an owner, a type and the data: $GENERATE 1-9 host$ A 192.0.2.$`,
    );
  const quoted = words.slice(0, -1).find((word) => word.quoted);
  if (quoted) return at(quoted, 'syntax-quote', phrase`Of $GENERATE only the data may stand in quotation marks`);
  const range = parseRange(rangeToken.text);
  if (!range)
    return at(
      rangeToken,
      'syntax-generate',
      phrase`"${rangeToken.text}" is not a range: start-stop or start-stop/step, start not above stop, step at least 1`,
    );
  let index = 2;
  let ttl = -1;
  let classToken: Token | undefined;
  for (;;) {
    const word = words[index];
    const seconds = word && ttl < 0 ? parseTtl(word.text) : undefined;
    if (seconds) ttl = seconds.seconds;
    else if (word && !classToken && classCode(word.text) !== undefined) classToken = word;
    else break;
    index++;
  }
  const typeToken = words[index];
  const rhsToken = words[index + 1];
  if (!typeToken || !rhsToken)
    return at(
      words.at(-1) ?? directive,
      'syntax-generate',
      phrase`$GENERATE needs a type and its data after the owner`,
    );
  const extra = words[index + 2];
  if (extra)
    return at(
      extra,
      'syntax-generate',
      phrase`The data of $GENERATE is one word: put "${rhsToken.text} ${extra.text}" in quotation marks`,
    );
  if (rhsToken.text.length > LONGEST_WORD) return wordTooLong(rhsToken);
  const type = typeCode(typeToken.text);
  if (type === undefined || typeStatus(type) !== 'data') return noType(typeToken, rhsToken, range);
  const lhs = parseTemplate(lhsToken.text);
  if (isGenerateFault(lhs)) return at(lhsToken, 'syntax-generate', lhs.message);
  const rhs = parseTemplate(rhsToken.quoted ? withoutQuoteEscapes(rhsToken.text) : rhsToken.text);
  if (isGenerateFault(rhs)) return at(rhsToken, 'syntax-generate', rhs.message);
  const overflow = overflowOf(lhs, range) ?? overflowOf(rhs, range);
  if (overflow !== undefined)
    return at(rangeToken, 'syntax-generate', phrase`For ${overflow} the offset leads over 2147483647`);
  return { range, lhs, rhs, ttl, type, rhsToken, lhsToken, rangeToken, classToken };
}

function noType(word: Token, data: Token, { start: number }: Generation): Fault {
  const rhs = parseTemplate(data.text);
  const text = isGenerateFault(rhs) ? data.text : fillTemplate(rhs, number);
  const near = typeCode(word.text) === undefined ? nearType(word, [{ ...data, text }]) : undefined;
  const fault = at(
    word,
    'syntax-type',
    phrase`"${word.text}" is no record type${near ? phrase`: did you mean ${near}?` : ''}`,
  );
  const { start, end } = word;
  return near ? { ...fault, fixes: [{ title: phrase`Change to ${near}`, start, end, text: near }] } : fault;
}

/** What is wrong with a line that writes another class than its zone's. */
export function foreignClass({ classToken }: GenerateLine, zoneClass: number): Fault | undefined {
  const written = classToken && classCode(classToken.text);
  if (!classToken || written === undefined || written === zoneClass) return undefined;
  return at(classToken, 'syntax-class', phrase`Class ${className(written)} in a zone of class ${className(zoneClass)}`);
}

/** BIND takes the data of $GENERATE out of their quotation marks first, and reads what is left: `\"` is then `"`. */
function withoutQuoteEscapes(text: string): string {
  return text.replace(/\\(.)/gs, (pair, character: string) => (character === '"' ? '"' : pair));
}

/**
 * The words of generated rdata, which BIND reads as a line of their own: parentheses count, and a comment or a line end
 * outside them ends it.
 * Undefined where a quotation mark or a parenthesis has no counterpart, or a backslash stands at the end.
 */
export function wordsOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let depth = 0;
  for (const match of text.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"|(?:[^ \t\r\n"\\;()]+|\\[^\r\n])+|[;()"\\\r\n]/gs)) {
    const [found, inside] = match;
    const end = match.index + found.length;
    const isLineEnd = found === '\r' || found === '\n';
    if (found === ';' || (isLineEnd && depth === 0)) break;
    if (isLineEnd) continue;
    if (found === '"' || found === '\\') return undefined;
    if (found === '(') depth++;
    else if (found !== ')')
      tokens.push({ text: inside ?? found, start: match.index, end, quoted: inside !== undefined });
    else if (depth-- === 0) return undefined;
  }
  return depth === 0 ? tokens : undefined;
}

function at(token: Token, rule: string, message: string): Fault {
  return { rule, start: token.start, end: token.end, message };
}
