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
 * inside. Looking inside a match costs a second reading of the line up to the token's end. Tokens that may come by the
 * thousand in one line do without, or have a `span`: a rule that colours the same token as it goes along.
 */
export interface Shape {
  readonly pattern: string;
  readonly scope?: string;
  readonly groups?: readonly string[];
  readonly inside?: readonly Rule[];
  readonly span?: Rule;
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
/** The end of a record outside parentheses: what is still there in column 0 lies below one that was never closed. */
const LINE_END = '$|^';
/**
 * The end of a record whose parentheses are closed by now. No \G says where a token ended: a search for what follows
 * from there can't be remembered, and would read the whole line for each token. So a token that is the last of its line
 * takes the line feed along, and what it leads to never stands before the line's end.
 */
const OPEN_LINE_END = `(?<=.)$|${RECOVERY}`;

const comment: Rule = { include: '#comment' };
const openCaptures: Captures = { 0: { name: 'punctuation.section.parens.begin.dns-zone' } };
const closeCaptures: Captures = { 0: { name: 'punctuation.section.parens.end.dns-zone' } };
const close: Rule = { match: '\\)', captures: closeCaptures };

/** How deep parentheses are counted. One that opens deeper is coloured, and lost from the count. */
const DEEPEST = 3;

/**
 * Turns places into rules of a repository. A TextMate grammar keeps a stack and no variables, and a parenthesis may
 * open in one place and close in another. So every place has a set of rules for each depth: `id` outside parentheses,
 * where the end of the line ends the record, and `id-1` to `id-3` inside them, where lines go on. Each token of an
 * exit, and each parenthesis, is pushed on the stack and stays there until the record's end; nothing has to be
 * remembered.
 */
export class Machine {
  readonly #repository: Record<string, Rule>;

  constructor(repository: Record<string, Rule>) {
    this.#repository = repository;
  }

  /** A rule that begins with `begin` and goes on, outside parentheses, as `state` says. */
  enter(begin: string, captures: Captures, state: State, name: string): Rule {
    return { name, ...this.#lead(begin, captures, state, 0) };
  }

  /** A parenthesis in column 0, and in it what `state` says. */
  enterOpen(state: State, name: string): Rule {
    return { name, ...this.#lead(`${LINE}\\(`, openCaptures, state, 1) };
  }

  /** A rule that leads to `state`, and stays in force up to the record's end. */
  #lead(begin: string, captures: Captures, state: State, depth: number): Rule {
    this.#add(state);
    const here = { include: `#${at(state.id, depth)}` };
    if (depth === 0) return { begin, beginCaptures: captures, end: LINE_END, patterns: [here] };
    const patterns = [{ include: `#${state.id}-gap` }, here];
    return { begin: `(?:${begin})\\n?`, beginCaptures: captures, end: OPEN_LINE_END, patterns };
  }

  #add(state: State): void {
    if (this.#repository[state.id]) return;
    const depths: Rule[][] = Array.from({ length: DEEPEST + 1 }, () => []);
    // Reserves the names first: places may lead to themselves.
    for (const [depth, patterns] of depths.entries()) this.#repository[at(state.id, depth)] = { patterns };
    this.#repository[`${state.id}-gap`] = gap(state);
    if (state.exits.length === 0) this.#repository[`${state.id}-nested`] = nested(state);
    for (const [depth, patterns] of depths.entries()) patterns.push(...this.#rules(state, depth));
  }

  #rules(state: State, depth: number): readonly Rule[] {
    return [
      ...(depth === 0 ? [comment] : [this.#lead('\\)', closeCaptures, state, depth - 1)]),
      ...this.#opened(state, depth),
      ...(depth === 0 ? loopRules(state) : []),
      ...(state.also ? [this.#shared(state.also, depth)] : []),
      ...this.#exits(state, depth),
      ...(depth === 0 ? [close] : []),
    ];
  }

  #exits(state: State, depth: number): readonly Rule[] {
    return state.exits.map(({ token, next }) => {
      const { match, captures } = tokenRule(token);
      return this.#lead(match, captures, next, depth);
    });
  }

  #shared(state: State, depth: number): Rule {
    const id = at(`${state.id}-exits`, depth);
    if (!this.#repository[id]) {
      this.#repository[id] = {};
      this.#repository[id] = { patterns: this.#exits(state, depth) };
    }
    return { include: `#${id}` };
  }

  /** A parenthesis that opens in `state`. Inside others, where there are no exits, the gap has them. */
  #opened(state: State, depth: number): readonly Rule[] {
    if (state.exits.length > 0) return [this.#lead('\\(', openCaptures, state, Math.min(depth + 1, DEEPEST))];
    return depth === 0 ? [{ include: `#${state.id}-nested` }] : [];
  }
}

function at(id: string, depth: number): string {
  return depth === 0 ? id : `${id}-${depth}`;
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

/** Neighbours among the shapes are one rule, but for those that have a rule of their own. */
function loopRules(state: State): readonly Rule[] {
  const rules: Rule[] = [];
  let shapes: Shape[] = [];
  for (const shape of state.loop) {
    if (!shape.span) {
      shapes.push(shape);
      continue;
    }
    if (shapes.length > 0) rules.push(tokenRule(shapes));
    rules.push(shape.span);
    shapes = [];
  }
  return shapes.length > 0 ? [...rules, tokenRule(shapes)] : rules;
}

/** What lies, inside parentheses and over any number of lines, between a token or a parenthesis and the next. */
function gap(state: State): Rule {
  const first = ['[ \\t\\r;]', '$', ...state.loop.map((shape) => shape.pattern)].join('|');
  return {
    begin: state.exits.length === 0 ? '\\G(?!\\))' : `\\G(?=${first})`,
    end: stop(state),
    patterns: within(state),
  };
}

function within(state: State): readonly Rule[] {
  if (state.exits.length > 0) return [comment, ...loopRules(state)];
  return [comment, { include: `#${state.id}-nested` }, ...loopRules(state)];
}

/** Parentheses in a place that is left only at the record's end: there they may nest to any depth. */
function nested(state: State): Rule {
  return {
    begin: '\\(',
    beginCaptures: openCaptures,
    end: `\\)|${RECOVERY}`,
    endCaptures: closeCaptures,
    patterns: within(state),
  };
}

function stop(state: State): string {
  if (state.exits.length === 0) return `(?=\\))|${RECOVERY}`;
  if (state.loop.length === 0) return `(?=[^${BLANK};])`;
  return `(?=[()])|${RECOVERY}|(?=[^${BLANK};()])(?!${patternsOf(state.loop)})`;
}

function patternsOf(token: Token): string {
  return token.map((shape) => shape.pattern).join('|');
}
