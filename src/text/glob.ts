/**
 * Globs of settings and of configurations: `*` and `?` within a segment, `**` over segments, `[...]`, `{a,b}`, `{1..9}`,
 * and `@(a|b)`, `?(a)`, `*(a)`, `+(a)`. A backslash takes the next character as it is; names that begin with a dot count
 * as others do. They come from repositories that nobody trusts, so the time for a path is linear in its length.
 */
export type Fits = (path: string) => boolean;

const LONGEST = 512;
const MOST_WILDCARDS = 16;
/** Of all ranges of a pattern: each number is states of its own. */
const MOST_NUMBERS = 1000;
const NUMBERS = /\{(\d{1,9})\.\.(\d{1,9})\}/g;

/** Why a glob is not used; undefined where it is. */
export function globFault(glob: string): string | undefined {
  if (glob.length > LONGEST) return `This pattern has more than ${LONGEST} characters: it fits no file`;
  const plain = glob.includes('\\') ? glob.replace(/\\./g, '') : glob;
  const stars = plain.match(/\*+|[+]\(/g)?.length ?? 0;
  if (stars > MOST_WILDCARDS) return `This pattern has more than ${MOST_WILDCARDS} wildcards: it fits no file`;
  let numbers = 0;
  const ranges = plain.includes('..') ? plain.matchAll(NUMBERS) : [];
  for (const [, first, last] of ranges) numbers += Math.abs(Number(last) - Number(first)) + 1;
  if (numbers > MOST_NUMBERS) return `This pattern stands for more than ${MOST_NUMBERS} numbers: it fits no file`;
  if (glob.includes('!(') && /(?<!\\)!\(/.test(glob))
    return 'Patterns of the form !(...) are not understood: it fits no file';
  return undefined;
}

/** A test for whole paths. What {@link globFault} speaks of fits nothing. */
export function globTest(glob: string): Fits {
  if (globFault(glob) !== undefined) return () => false;
  const machine: Machine = { tests: [], next: [], other: [] };
  const end = add(machine, undefined, -1);
  const start = new GlobReader(machine, glob).read(end);
  const [ending = ''] = ENDING.exec(glob) ?? [];
  return (path) => path.endsWith(ending) && fits(machine, { start, end }, path);
}

/** What stands for itself at the end of a glob: most names of a workspace end in another way. */
const ENDING = /[^*?[\]{}()|,!+@\\/]*$/;

/** Whether a character goes on; undefined for a state that only leads to others. */
type CharacterTest = ((code: number) => boolean) | undefined;

/** States by number: what a character must be, where it leads then, and the other way of a state without a test. */
interface Machine {
  readonly tests: CharacterTest[];
  readonly next: number[];
  readonly other: number[];
}

function add(machine: Machine, test: CharacterTest, next: number, other = -1): number {
  machine.tests.push(test);
  machine.next.push(next);
  machine.other.push(other);
  return machine.tests.length - 1;
}

/** Follows all ways at once: each character is looked at once for each state. */
function fits(machine: Machine, { start, end }: { start: number; end: number }, path: string): boolean {
  const { tests, next, other } = machine;
  const seen = new Int32Array(tests.length).fill(-1);
  let states: number[] = [];
  const enter = (from: number, at: number, into: number[]): void => {
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (state < 0 || seen[state] === at) continue;
      seen[state] = at;
      if (tests[state] === undefined && state !== end) open.push(next[state] ?? -1, other[state] ?? -1);
      else into.push(state);
    }
  };
  enter(start, 0, states);
  for (let at = 0; at < path.length && states.length > 0; at++) {
    const code = path.charCodeAt(at);
    const reached: number[] = [];
    for (const state of states) if (tests[state]?.(code) === true) enter(next[state] ?? -1, at + 1, reached);
    states = reached;
  }
  return states.includes(end);
}

const SLASH = 47;
const isOther: CharacterTest = (code) => code !== SLASH;
const isAny: CharacterTest = () => true;

/** A piece of a pattern: makes its states and gives the first one, with `after` behind it. */
type Piece = (after: number) => number;

/** Reads a glob into pieces, from left to right; the states are made from right to left. */
class GlobReader {
  readonly #machine: Machine;
  readonly #glob: string;
  /** Where a group begins that is not closed: no position is tried twice. */
  readonly #unclosed = new Set<number>();
  #at = 0;

  constructor(machine: Machine, glob: string) {
    this.#machine = machine;
    this.#glob = glob;
  }

  read(end: number): number {
    return this.#sequence('')(end);
  }

  /** Up to one of the characters, or the end. */
  #sequence(stops: string): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.#glob.length && !stops.includes(this.#glob[this.#at] ?? '')) pieces.push(this.#piece());
    return (after) => pieces.reduceRight((state, piece) => piece(state), after);
  }

  #piece(): Piece {
    const glob = this.#glob;
    const character = glob[this.#at] ?? '';
    if (glob[this.#at + 1] === '(' && '@?*+'.includes(character)) {
      const group = this.#group(this.#at + 2, '|', ')');
      if (group) return this.#repeated(group, character);
    }
    switch (character) {
      case '\\':
        this.#at = Math.min(this.#at + 2, glob.length);
        return this.#literal(glob[this.#at - 1] ?? '\\');
      case '?':
        this.#at++;
        return this.#one(isOther);
      case '*':
        return this.#stars();
      case '[':
        return this.#class() ?? this.#plain();
      case '{':
        return this.#numbers() ?? this.#braces() ?? this.#plain();
      default:
        return this.#plain();
    }
  }

  #plain(): Piece {
    return this.#literal(this.#glob[this.#at++] ?? '');
  }

  #literal(character: string): Piece {
    const wanted = character.charCodeAt(0);
    return this.#one((code) => code === wanted);
  }

  #one(test: CharacterTest): Piece {
    return (after) => add(this.#machine, test, after);
  }

  #loop(test: CharacterTest): Piece {
    return (after) => {
      const state = add(this.#machine, undefined, -1, after);
      this.#machine.next[state] = add(this.#machine, test, state);
      return state;
    };
  }

  /** A segment of two stars is any number of segments, also none; other stars stay within theirs. */
  #stars(): Piece {
    const begin = this.#at;
    while (this.#glob[this.#at] === '*') this.#at++;
    const isFirst = begin === 0 || this.#glob[begin - 1] === '/';
    if (this.#at - begin !== 2 || !isFirst) return this.#loop(isOther);
    if (this.#at === this.#glob.length) return this.#loop(isAny);
    if (this.#glob[this.#at] !== '/') return this.#loop(isOther);
    this.#at++;
    return (after) => {
      const slash = add(this.#machine, (code) => code === SLASH, after);
      return add(this.#machine, undefined, this.#loop(isAny)(slash), after);
    };
  }

  /** `[a-z]`, `[!a]`, `[[:digit:]]`: one character, never a slash; undefined where it is not closed. */
  #class(): Piece | undefined {
    const match = /^\[([!^]?)(\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*)\]/.exec(this.#glob.slice(this.#at));
    if (!match || match[2] === '') return undefined;
    this.#at += match[0].length;
    const tests = [...(match[2] ?? '').matchAll(/\[:([a-z]+):\]|(?:\\(.)|([^\\]))(?:-(?:\\(.)|([^\\])))?/gs)].map(
      classTest,
    );
    const isNegated = match[1] !== '';
    return this.#one((code) => code !== SLASH && tests.some((test) => test(code)) !== isNegated);
  }

  #numbers(): Piece | undefined {
    const match = /^\{(\d{1,9})\.\.(\d{1,9})\}/.exec(this.#glob.slice(this.#at));
    if (!match) return undefined;
    const [first, last] = [Number(match[1]), Number(match[2])];
    this.#at += match[0].length;
    const texts: string[] = [];
    for (let number = Math.min(first, last); number <= Math.max(first, last); number++) texts.push(String(number));
    return this.#either(
      texts.map((text) => (after) => [...text].reduceRight((state, digit) => this.#literal(digit)(state), after)),
    );
  }

  /** Braces without a comma are themselves. */
  #braces(): Piece | undefined {
    const begin = this.#at;
    const pieces = this.#group(begin + 1, ',', '}');
    if (pieces && pieces.length > 1) return this.#either(pieces);
    this.#at = begin;
    this.#unclosed.add(begin);
    return undefined;
  }

  /** The parts of a group; undefined where it is not closed. */
  #group(begin: number, separator: string, close: string): readonly Piece[] | undefined {
    const from = this.#at;
    if (this.#unclosed.has(from)) return undefined;
    const pieces: Piece[] = [];
    this.#at = begin;
    for (;;) {
      pieces.push(this.#sequence(separator + close));
      if (this.#at >= this.#glob.length) break;
      if (this.#glob[this.#at++] === close) return pieces;
    }
    this.#at = from;
    this.#unclosed.add(from);
    return undefined;
  }

  #either(pieces: readonly Piece[]): Piece {
    return (after) => pieces.reduceRight((rest, piece) => add(this.#machine, undefined, piece(after), rest), -1);
  }

  #repeated(pieces: readonly Piece[], how: string): Piece {
    const once = this.#either(pieces);
    if (how === '@') return once;
    if (how === '?') return (after) => add(this.#machine, undefined, once(after), after);
    return (after) => {
      const again = add(this.#machine, undefined, -1, after);
      const first = once(again);
      this.#machine.next[again] = first;
      return how === '*' ? again : first;
    };
  }
}

const NAMED: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z0-9]/i,
  alpha: /[a-z]/i,
  digit: /[0-9]/,
  lower: /[a-z]/,
  upper: /[A-Z]/,
  xdigit: /[0-9a-f]/i,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
};

function classTest([, name, ...ends]: RegExpMatchArray): (code: number) => boolean {
  const named = name === undefined ? undefined : NAMED[name];
  if (named) return (code) => named.test(String.fromCharCode(code));
  const first = (ends[0] ?? ends[1] ?? '').charCodeAt(0);
  const last = ends[2] ?? ends[3];
  return last === undefined ? (code) => code === first : (code) => code >= first && code <= last.charCodeAt(0);
}
