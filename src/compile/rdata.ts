import {
  TYPE_DSYNC,
  TYPE_EUI48,
  TYPE_EUI64,
  TYPE_HIP,
  TYPE_MD,
  TYPE_MF,
  TYPE_NS,
  TYPE_ZONEMD,
} from '../dns/type-codes.ts';
import { typeStatus } from '../dns/types.ts';
import { checkRdata, type RdataContext, rdataText } from '../syntax/rdata/rdata.ts';
import type { Fault, Token } from '../syntax/token.ts';
import { wordTooLong } from '../zone/row-faults.ts';
import { LONGEST_WORD, MOST_WORDS } from '../zone/row-words.ts';
import { type Lexeme, type LexerPlace, type LexerProblem, PROBLEMS, type ServerLexer } from './lexer.ts';

/** Which rdata are to be read. */
export interface RdataOf {
  readonly type: number;
  readonly typeWord: Lexeme;
  readonly context: RdataContext & { readonly origin: string };
}

/** Why rdata are refused, and the line that BIND names for it. */
export interface RdataRefusal {
  readonly line: number;
  readonly message: string;
}

/** What BIND finds while it reads a word, so that it does not put it back. */
const INSIDE_WORDS: ReadonlySet<string> = new Set(['syntax-base64', 'syntax-hex', 'ds-digest-length']);

/** MD and MF are refused for being obsolete, but read. */
const OBSOLETE: ReadonlySet<number> = new Set([TYPE_MD, TYPE_MF]);

/**
 * Reads the rdata and the rest of their line. What is wrong is in the line in which the lexer stands when BIND finds it:
 * most words are put back then, so that it is the one in which the word before ends.
 */
export function readServerRdata(lexer: ServerLexer, { type, typeWord, context }: RdataOf): string | RdataRefusal {
  const words = takeWords(lexer);
  const { tokens, places } = words;
  const readAs = OBSOLETE.has(type) ? TYPE_NS : type;
  const end = tokens.at(-1)?.end ?? typeWord.end;
  const tooLong = tokens.find(({ text }) => text.length > LONGEST_WORD);
  const [fault] = tooLong ? [wordTooLong(tooLong)] : checkRdata(readAs, tokens, end, context);
  const faultBefore = (quoted: boolean): Fault | undefined =>
    checkRdata(readAs, [...tokens, { text: 'A', start: end, end: end + 1, quoted }], end + 1, context)[0];
  // What another word would change is found only behind the last one.
  const isFoundLast = fault !== undefined && !tooLong && faultBefore(false)?.start !== fault.start;
  const last = places.at(-1) ?? lexer.place;
  if (words.problem !== undefined && (fault === undefined || isFoundLast || fault.start >= end)) {
    // The first word may always be quoted, being looked at for a \# only.
    const isUnwanted =
      words.problem === 'special' ||
      (isOfQuotes(words.problem) && tokens.length > 0 && isRefused(faultBefore(true), end));
    const isWhole = fault === undefined && isRefused(faultBefore(false), end);
    return refuseWords(lexer, { words, isUnwanted, isWhole });
  }
  if (fault === undefined) return rdataText(readAs, tokens, context.origin, context) ?? '';
  if (typeStatus(readAs) === 'meta') lexer.goTo(places[0] ?? last);
  else if (isFoundLast) lexer.goTo(last);
  else if (isKept(readAs, fault, tokens)) lexer.goTo(places[indexOf(tokens, fault.end - 1) + 1] ?? last);
  else lexer.goTo(places[indexOf(tokens, fault.start)] ?? last);
  const { line } = lexer;
  if (tokens.length > 0) eat(lexer);
  return { line, message: fault.message };
}

/** Whether BIND has taken the word for good when it finds it wrong: the types differ in that. */
function isKept(type: number, fault: Fault, tokens: readonly Token[]): boolean {
  if (REFUSES_WORD.has(fault.rule)) return false;
  const index = indexOf(tokens, fault.start);
  // The data behind \# and a length are read; a word in the place of \# is not.
  if (fault.rule === 'syntax-generic-rdata') return index > 0;
  switch (type) {
    case TYPE_HIP:
      return false;
    case TYPE_EUI48:
    case TYPE_EUI64:
      return index === 0;
    case TYPE_DSYNC:
      return index === 1;
    case TYPE_ZONEMD:
      return index > 2 || (index > 0 && /^[0-9]+$/.test(tokens[index]?.text ?? ''));
    default:
      return INSIDE_WORDS.has(fault.rule);
  }
}

interface Unreadable {
  readonly words: Words;
  /** Whether a character stands there that is no word, such as a quotation mark where none may be. */
  readonly isUnwanted: boolean;
  /** Whether the rdata are whole without what can't be had. */
  readonly isWhole: boolean;
}

/** What is said where the next word can't be had. */
function refuseWords(lexer: ServerLexer, { words, isUnwanted, isWhole }: Unreadable): RdataRefusal {
  const { tokens, places, problem } = words;
  const behind = lexer.place;
  const message = problem === undefined || problem === 'special' ? 'a NUL character stands here' : PROBLEMS[problem];
  // Where the rdata are whole BIND looks for the line's end, and names the line in which the last word ends.
  lexer.goTo(isUnwanted || isWhole ? (places.at(-1) ?? behind) : behind);
  const { line } = lexer;
  // Without a first word BIND does not look at the rest of the line.
  if (isUnwanted || (tokens.length > 0 && !isWhole)) eat(lexer);
  else lexer.goTo(behind);
  return { line, message };
}

function isOfQuotes(problem: Words['problem']): boolean {
  return problem === 'quotes' || problem === 'end';
}

/** Whether a word behind all others is refused for standing there at all, or for its quotation marks. */
function isRefused(fault: Fault | undefined, end: number): boolean {
  return fault !== undefined && fault.start >= end && REFUSES_WORD.has(fault.rule);
}

const REFUSES_WORD: ReadonlySet<string> = new Set(['syntax-quote', 'syntax-field-extra']);

interface Words {
  readonly tokens: readonly Token[];
  /** Where the lexer stood before each word, and behind the last one. */
  readonly places: readonly LexerPlace[];
  /** Why there are no more. */
  readonly problem: LexerProblem | 'special' | undefined;
}

function takeWords(lexer: ServerLexer): Words {
  const tokens: Token[] = [];
  const places = [lexer.place];
  for (;;) {
    const lexeme = lexer.next({ quoted: true });
    if (typeof lexeme === 'string') return { tokens, places, problem: lexeme };
    if (lexeme.kind === 'special') return { tokens, places, problem: 'special' };
    if (lexeme.kind === 'line-end' || lexeme.kind === 'end') return { tokens, places, problem: undefined };
    if (tokens.length === MOST_WORDS) continue;
    tokens.push({ text: lexeme.text, start: lexeme.start, end: lexeme.end, quoted: lexeme.kind === 'quoted' });
    places.push(lexer.place);
  }
}

/** The word at an offset; the number of words where it is behind all. */
function indexOf(tokens: readonly Token[], offset: number): number {
  const index = tokens.findIndex((token) => offset < token.end);
  return index < 0 ? tokens.length : index;
}

/** Reads what is left of a line whose rdata are refused. */
function eat(lexer: ServerLexer): void {
  for (;;) {
    const lexeme = lexer.next();
    if (typeof lexeme === 'string' || lexeme.kind === 'line-end' || lexeme.kind === 'end') return;
  }
}
