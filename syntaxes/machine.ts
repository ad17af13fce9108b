/** A rule of a TextMate grammar, as it stands in the JSON file. */
export interface Rule {
  name?: string;
  contentName?: string;
  include?: string;
  match?: string;
  captures?: Captures;
  begin?: string;
  beginCaptures?: Captures;
  end?: string;
  endCaptures?: Captures;
  while?: string;
  patterns?: readonly Rule[];
}

/** Scope, and rules for the inside, of each group of a pattern. */
export type Captures = Record<string, { name?: string; patterns?: readonly Rule[] }>;

/**
 * One shape that a token may have: its pattern, its scope, the scopes of the pattern's groups, and how to colour the
 * inside. The inside costs a second reading of the line up to the token's end: tokens that may come by the thousand in
 * one line have a shape that does without.
 */
export interface Shape {
  readonly pattern: string;
  readonly scope?: string;
  readonly groups?: readonly string[];
  readonly inside?: readonly Rule[];
}

/** Shapes that one token may have, tried in order. */
export type Token = readonly Shape[];

/**
 * A place in a record: after the owner, after the type, after the second field. In a place, the tokens of `loop` may
 * come any number of times; a token of an exit leads to the next place.
 */
export interface State {
  readonly id: string;
  readonly loop: Token;
  readonly exits: readonly Exit[];
  /** A place whose exits are exits here as well, before the others. */
  readonly also?: State;
}

/** A token that leads on, and where to. */
export interface Exit {
  readonly token: Token;
  readonly next: State;
}

const BLANK = ' \\t\\r\\n';
/** Looks ahead: a token ends here. */
export const END = `(?=[${BLANK}();"]|$)`;
/** Looks behind: a token starts here. */
export const START = '(?<![^ \\t();"])';
/** The start of a line, or of what a Markdown list leaves of it. */
export const LINE = '(?:^|\\G)';

/**
 * A line in column 0 that can only be a new record or directive: an open parenthesis before it was never closed, and
 * must not take the rest of the file with it.
 */
const RECOVERY =
  '^(?=\\$(?i:ORIGIN|TTL|INCLUDE|GENERATE)\\s|[^\\s();"$]++\\s+(?:[0-9]\\w*+\\s+)?(?i:IN)\\s+(?:[0-9]\\w*+\\s+)?' +
  '(?i:SOA|NS|A|AAAA|CNAME|MX|TXT|PTR|SRV|CAA)\\s)';
/** The end of a record outside parentheses. */
const LINE_END = `$|${RECOVERY}`;
/** The same after a token inside parentheses, which may be the last of its line. */
const OPEN_LINE_END = `(?!\\G)$|${RECOVERY}`;

const comment: Rule = { include: '#comment' };
const openCaptures: Captures = { 0: { name: 'punctuation.section.parens.begin.dns-zone' } };
const closeCaptures: Captures = { 0: { name: 'punctuation.section.parens.end.dns-zone' } };
const open: Rule = { match: '\\(', captures: openCaptures };
const close: Rule = { match: '\\)', captures: closeCaptures };

/**
 * Turns places into rules of a repository. A TextMate grammar keeps a stack and no variables, and a parenthesis may
 * open in one place and close in another. So every place has two sets of rules: `id` outside parentheses, where the
 * end of the line ends the record, and `id-open` inside them, where lines go on. Each token of an exit, and each
 * parenthesis, is pushed on the stack and stays there until the record's end; nothing has to be remembered.
 */
export class Machine {
  readonly #repository: Record<string, Rule>;

  constructor(repository: Record<string, Rule>) {
    this.#repository = repository;
  }

  /** A rule that begins with `begin` and goes on, outside parentheses, as `state` says. */
  enter(begin: string, captures: Captures, state: State, name: string): Rule {
    return { name, begin, beginCaptures: captures, end: LINE_END, patterns: this.#outside(state) };
  }

  #outside(state: State): readonly Rule[] {
    this.#add(state);
    return [{ include: `#${state.id}` }];
  }

  #add(state: State): void {
    if (this.#repository[state.id]) return;
    const outside: Rule[] = [comment];
    const inside: Rule[] = [];
    // Reserves the names first: places may lead to themselves.
    this.#repository[state.id] = { patterns: outside };
    this.#repository[`${state.id}-open`] = { patterns: inside };

    if (state.exits.length === 0) this.#repository[`${state.id}-nested`] = nested(state);
    outside.push(this.#opened(state), ...loopRules(state));
    inside.push({ begin: '\\)', beginCaptures: closeCaptures, end: LINE_END, patterns: this.#outside(state) });
    if (state.also) {
      outside.push(...this.#shared(state.also));
      inside.push({ include: `#${state.also.id}-exits-open` });
    }
    for (const exit of state.exits) {
      outside.push(this.#exit(exit));
      inside.push(this.#exitOpen(exit));
    }
    outside.push(close);
  }

  #exit(exit: Exit): Rule {
    const { match, captures } = tokenRule(exit.token);
    return { begin: match, beginCaptures: captures, end: LINE_END, patterns: this.#outside(exit.next) };
  }

  #exitOpen(exit: Exit): Rule {
    const patterns = [this.#goOn(exit.next), { include: `#${exit.next.id}-open` }];
    return { ...this.#exit(exit), end: OPEN_LINE_END, patterns };
  }

  #shared(state: State): readonly Rule[] {
    const id = `${state.id}-exits`;
    if (!this.#repository[id]) {
      this.#repository[id] = {};
      this.#repository[id] = { patterns: state.exits.map((exit) => this.#exit(exit)) };
      this.#repository[`${id}-open`] = { patterns: state.exits.map((exit) => this.#exitOpen(exit)) };
    }
    return [{ include: `#${id}` }];
  }

  /** A parenthesis that opens in `state`, up to the record's end. */
  #opened(state: State): Rule {
    if (state.exits.length === 0) return { include: `#${state.id}-nested` };
    return {
      begin: '(?=\\()',
      end: LINE_END,
      patterns: [
        { begin: '\\(', beginCaptures: openCaptures, end: stop(state), patterns: gap(state) },
        { include: `#${state.id}-open` },
      ],
    };
  }

  /** What lies, inside parentheses and over any number of lines, between a token and the next. */
  #goOn(state: State): Rule {
    this.#add(state);
    const begin = state.exits.length === 0 ? '\\G(?!\\))' : '\\G(?=[ \\t;(]|$)';
    return { begin, end: stop(state), patterns: gap(state) };
  }
}

/** The rule that matches one token in any of its shapes. */
export function tokenRule(token: Token): { readonly match: string; readonly captures: Captures } {
  const captures: Captures = {};
  let group = 0;
  for (const shape of token) {
    captures[++group] = {
      ...(shape.scope === undefined ? {} : { name: `${shape.scope}.dns-zone` }),
      ...(shape.inside === undefined ? {} : { patterns: shape.inside }),
    };
    for (const name of shape.groups ?? []) captures[++group] = { name: `${name}.dns-zone` };
  }
  return { match: token.map((shape) => `(${shape.pattern})`).join('|'), captures };
}

function loopRules(state: State): readonly Rule[] {
  return state.loop.length === 0 ? [] : [tokenRule(state.loop)];
}

function gap(state: State): readonly Rule[] {
  if (state.exits.length > 0) return [comment, open, ...loopRules(state)];
  return [comment, { include: `#${state.id}-nested` }, ...loopRules(state)];
}

/** Parentheses in a place that is left only at the record's end: there they may nest to any depth. */
function nested(state: State): Rule {
  return {
    begin: '\\(',
    beginCaptures: openCaptures,
    end: `\\)|${RECOVERY}`,
    endCaptures: closeCaptures,
    patterns: gap(state),
  };
}

function stop(state: State): string {
  if (state.exits.length === 0) return `(?=\\))|${RECOVERY}`;
  if (state.loop.length === 0) return `(?=[^${BLANK};(])`;
  const loop = state.loop.map((shape) => shape.pattern).join('|');
  return `(?=\\))|${RECOVERY}|(?=[^${BLANK};()])(?!${loop})`;
}
