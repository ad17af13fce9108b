import { typeStatus } from '../dns/types.ts';
import { TYPE_NS } from '../syntax/header.ts';
import { checkRdata, fieldTable, type RdataContext, rdataText } from '../syntax/rdata.ts';
import type { Token } from '../syntax/token.ts';
import { wordTooLong } from '../zone/row-faults.ts';
import { LONGEST_WORD, MOST_WORDS } from '../zone/row-words.ts';
import { type Lexeme, type LexerPlace, type LexerProblem, PROBLEMS, type ServerLexer } from './compile-lexer.ts';

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

/** What BIND finds while it reads a word, or when it has read all of them, so that it does not put any back. */
const INSIDE_WORDS: ReadonlySet<string> = new Set(['syntax-base64', 'syntax-hex', 'ds-digest-length']);

/** MD and MF are refused for being obsolete, but read. */
const OBSOLETE: ReadonlySet<number> = new Set([3, 4]);

/**
 * Reads the rdata and the rest of their line. What is wrong is in the line in which the lexer stands when BIND finds it:
 * most words are put back then, so that it is the one in which the word before ends.
 */
export function readServerRdata(lexer: ServerLexer, { type, typeWord, context }: RdataOf): string | RdataRefusal {
  const { tokens, places, problem } = takeWords(lexer);
  const readAs = OBSOLETE.has(type) ? TYPE_NS : type;
  const tooLong = tokens.find(({ text }) => text.length > LONGEST_WORD);
  const [fault] = tooLong
    ? [wordTooLong(tooLong)]
    : checkRdata(readAs, tokens, tokens.at(-1)?.end ?? typeWord.end, context);
  const index = fault === undefined ? tokens.length : indexOf(tokens, fault.start);
  const behind = lexer.place;
  const last = places.at(-1) ?? behind;
  if (problem !== undefined && index === tokens.length) {
    const message = problem === 'special' ? 'a NUL character stands here' : PROBLEMS[problem];
    // Where the rdata are whole BIND looks for the line's end, and names the line in which the last word ends.
    const isWhole = fault === undefined && fieldTable(readAs).at(-1)?.isRest !== true;
    lexer.goTo(problem === 'special' || isWhole ? last : behind);
    const { line } = lexer;
    // Without a first word BIND does not look at the rest of the line.
    if (tokens.length > 0 && (problem === 'special' || !isWhole)) eat(lexer);
    else lexer.goTo(behind);
    return { line, message };
  }
  if (fault === undefined) return rdataText(readAs, tokens, context.origin, context) ?? '';
  if (typeStatus(readAs) === 'meta') lexer.goTo(places[0] ?? last);
  else if (INSIDE_WORDS.has(fault.rule)) lexer.goTo(places[indexOf(tokens, fault.end - 1) + 1] ?? last);
  else lexer.goTo(places[index] ?? last);
  const { line } = lexer;
  if (tokens.length > 0) eat(lexer);
  return { line, message: fault.message };
}

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
