/** What the words of a line are read as: a blank at a line's start or a quoted string count only where they are asked for. */
export interface LexerOptions {
  readonly initialBlank?: boolean;
  readonly quoted?: boolean;
}

/** A word, or what stands for one. */
export interface Lexeme {
  readonly kind: 'word' | 'quoted' | 'special' | 'blank' | 'line-end' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Why there is no word to be had; what was looked at is passed over all the same. */
export type LexerProblem = 'parentheses' | 'quotes' | 'end';

/** What is said of a word that can't be had. */
export const PROBLEMS: Readonly<Record<LexerProblem, string>> = {
  parentheses: 'a parenthesis has no counterpart',
  quotes: 'a quotation mark is not closed on its line',
  end: 'a quotation mark is not closed',
};

/** Where a lexer stands, to go back to. */
export interface LexerPlace {
  readonly at: number;
  readonly line: number;
  readonly depth: number;
}

const NUL = 0;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const OPEN = 40;
const CLOSE = 41;
const SEMICOLON = 59;
const BACKSLASH = 92;

/**
 * Takes a zone file apart as BIND does, word by word, for the lines that BIND names: parentheses stay open over
 * records, only line feeds count lines, and after a fault it goes on behind the last character looked at.
 */
export class ServerLexer {
  readonly text: string;
  /** From one. */
  line = 1;
  /** Open parentheses. */
  depth = 0;
  at = 0;
  #isLineStart = true;

  constructor(text: string) {
    this.text = text;
  }

  get place(): LexerPlace {
    return { at: this.at, line: this.line, depth: this.depth };
  }

  /** Goes back, so that what was read since is read again. */
  goTo({ at, line, depth }: LexerPlace): void {
    this.at = at;
    this.line = line;
    this.depth = depth;
  }

  next(options: LexerOptions = {}): Lexeme | LexerProblem {
    const { text } = this;
    for (;;) {
      if (this.at >= text.length) return this.#atEnd();
      const start = this.at;
      const code = text.charCodeAt(this.at++);
      switch (code) {
        case SPACE:
        case TAB:
          if (!this.#isLineStart || this.depth > 0 || options.initialBlank !== true) break;
          this.#isLineStart = false;
          return lexeme('blank', start, this.at);
        case LINE_FEED:
          this.line++;
          this.#isLineStart = true;
          if (this.depth === 0) return lexeme('line-end', start, this.at);
          break;
        case RETURN:
          if (this.depth > 0) break;
          if (text.charCodeAt(this.at) === LINE_FEED) {
            this.at++;
            this.line++;
          }
          this.#isLineStart = true;
          return lexeme('line-end', start, this.at);
        case SEMICOLON:
          this.#passComment();
          break;
        case OPEN:
          this.#isLineStart = false;
          this.depth++;
          break;
        case CLOSE:
          this.#isLineStart = false;
          if (this.depth === 0) return 'parentheses';
          this.depth--;
          break;
        case QUOTE:
          this.#isLineStart = false;
          if (options.quoted === true) return this.#quoted(start);
          return lexeme('special', start, this.at, '"');
        case NUL:
          this.#isLineStart = false;
          return lexeme('special', start, this.at, '\0');
        default:
          this.#isLineStart = false;
          this.at = wordEnd(text, start);
          return lexeme('word', start, this.at, text.slice(start, this.at));
      }
    }
  }

  #atEnd(): Lexeme | LexerProblem {
    this.#isLineStart = false;
    if (this.depth === 0) return lexeme('end', this.at, this.at);
    this.depth = 0;
    return 'parentheses';
  }

  #passComment(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  #quoted(start: number): Lexeme | LexerProblem {
    const { text } = this;
    let isEscaped = false;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === QUOTE && !isEscaped) {
        this.at++;
        return lexeme('quoted', start, this.at, text.slice(start + 1, this.at - 1));
      }
      if (code === LINE_FEED) {
        if (!isEscaped) return 'quotes';
        this.line++;
      }
      isEscaped = code === BACKSLASH && !isEscaped;
    }
    return 'end';
  }
}

function wordEnd(text: string, start: number): number {
  let isEscaped = false;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === RETURN) break;
    if (!isEscaped && endsWord(code)) break;
    isEscaped = code === BACKSLASH && !isEscaped;
  }
  return at;
}

function endsWord(code: number): boolean {
  return (
    code === SPACE ||
    code === TAB ||
    code === SEMICOLON ||
    code === QUOTE ||
    code === OPEN ||
    code === CLOSE ||
    code === NUL
  );
}

function lexeme(kind: Lexeme['kind'], start: number, end: number, text = ''): Lexeme {
  return { kind, text, start, end };
}
