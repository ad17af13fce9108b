/**
 * A regular expression of a configuration (Go's syntax), compiled to steps. Its matching visits each step at most once
 * for each character, so that no expression and no name take long: JavaScript's own can take exponential time.
 */
export interface Expression {
  readonly steps: readonly Step[];
  readonly groupCount: number;
}

/** Compiles an expression; undefined where it has a form that is not understood here. */
export function compileExpression(source: string): Expression | undefined {
  if (source.length > MAX_SOURCE) return undefined;
  const parser: Parser = { source, at: 0, steps: [], groupCount: 1, failed: false };
  parser.steps.push({ kind: 'save', slot: 0 });
  parseAlternatives(parser);
  parser.steps.push({ kind: 'save', slot: 1 }, { kind: 'match' });
  if (parser.failed || parser.at < source.length) return undefined;
  return { steps: parser.steps, groupCount: parser.groupCount };
}

/** The first match anywhere in the text, as its groups; group 0 is the whole. Undefined where nothing matches. */
export function matchExpression(expression: Expression, text: string): readonly string[] | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const visited = new Uint8Array(expression.steps.length * (text.length + 1));
  for (let start = 0; start <= text.length; start++) {
    const slots = matchAt(expression, text, start, visited);
    if (slots === undefined) continue;
    return Array.from({ length: expression.groupCount }, (_, group) => {
      const from = slots[group * 2] ?? -1;
      return from < 0 ? '' : text.slice(from, slots[group * 2 + 1]);
    });
  }
  return undefined;
}

const MAX_SOURCE = 500;
const MAX_TEXT = 1000;
const MAX_STEPS = 5000;

type Step =
  | { readonly kind: 'set'; readonly ranges: readonly (readonly [number, number])[]; readonly negated: boolean }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'begin' | 'end' | 'match' };

interface Parser {
  readonly source: string;
  at: number;
  steps: Step[];
  groupCount: number;
  failed: boolean;
}

/** Tries the steps depth first from one place; what was tried before without success is not tried again. */
function matchAt(expression: Expression, text: string, start: number, visited: Uint8Array): number[] | undefined {
  const slots = new Array<number>(expression.groupCount * 2).fill(-1);
  const stack: { step: number; at: number; slot: number }[] = [{ step: 0, at: start, slot: -1 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.slot >= 0) {
      slots[top.slot] = top.at;
      continue;
    }
    let { step: index, at } = top;
    for (;;) {
      const key = index * (text.length + 1) + at;
      const step = expression.steps[index];
      if (step === undefined || visited[key] === 1) break;
      visited[key] = 1;
      if (step.kind === 'match') return slots;
      if (step.kind === 'jump') {
        index = step.to;
      } else if (step.kind === 'split') {
        stack.push({ step: step.second, at, slot: -1 });
        index = step.first;
      } else if (step.kind === 'save') {
        stack.push({ step: 0, at: slots[step.slot] ?? -1, slot: step.slot });
        slots[step.slot] = at;
        index++;
      } else if (step.kind === 'set') {
        if (at >= text.length || !isIn(step, text.charCodeAt(at))) break;
        at++;
        index++;
      } else {
        if (at !== (step.kind === 'begin' ? 0 : text.length)) break;
        index++;
      }
    }
  }
  return undefined;
}

function isIn(step: Extract<Step, { kind: 'set' }>, code: number): boolean {
  return step.ranges.some(([low, high]) => low <= code && code <= high) !== step.negated;
}

function parseAlternatives(parser: Parser): void {
  const begin = parser.steps.length;
  parseSequence(parser);
  while (parser.source.charAt(parser.at) === '|') {
    parser.at++;
    const first = parser.steps.splice(begin);
    const second = piece(parser, () => parseAlternatives(parser), begin);
    emitShifted(parser, [
      { kind: 'split', first: 1, second: first.length + 2 },
      ...shifted(first, 1 - begin),
      { kind: 'jump', to: first.length + 2 + second.length },
      ...shifted(second, first.length + 2 - begin),
    ]);
  }
}

/** Parses into the place `begin` and takes what came of it out again. */
function piece(parser: Parser, parse: () => void, begin: number): Step[] {
  parse();
  return parser.steps.splice(begin);
}

function parseSequence(parser: Parser): void {
  while (parser.at < parser.source.length && !parser.failed) {
    const character = parser.source.charAt(parser.at);
    if (character === '|' || character === ')') return;
    const begin = parser.steps.length;
    parseAtom(parser);
    parseQuantifier(parser, begin);
    if (parser.steps.length > MAX_STEPS) parser.failed = true;
  }
}

function parseAtom(parser: Parser): void {
  const character = parser.source.charAt(parser.at++);
  if (character === '(') parseGroup(parser);
  else if (character === '[') parseClass(parser);
  else if (character === '.') parser.steps.push({ kind: 'set', ranges: [[0x0a, 0x0a]], negated: true });
  else if (character === '^') parser.steps.push({ kind: 'begin' });
  else if (character === '$') parser.steps.push({ kind: 'end' });
  else if ('*+?'.includes(character)) parser.failed = true;
  else if (character === '\\') parseEscape(parser);
  else parser.steps.push(single(character.charCodeAt(0)));
}

function parseGroup(parser: Parser): void {
  const opening = /^\?(?::|P?<[A-Za-z0-9_]{1,32}>)/.exec(parser.source.slice(parser.at, parser.at + 40))?.[0];
  if (opening === undefined && parser.source.charAt(parser.at) === '?') parser.failed = true;
  parser.at += opening?.length ?? 0;
  const slot = opening === '?:' ? -1 : parser.groupCount++ * 2;
  if (slot >= 0) parser.steps.push({ kind: 'save', slot });
  if (!parser.failed) parseAlternatives(parser);
  if (slot >= 0) parser.steps.push({ kind: 'save', slot: slot + 1 });
  if (parser.source.charAt(parser.at++) !== ')') parser.failed = true;
}

const SHORT_CLASSES: ReadonlyMap<string, readonly (readonly [number, number])[]> = new Map([
  ['d', [[0x30, 0x39]] as const],
  [
    'w',
    [
      [0x30, 0x39],
      [0x41, 0x5a],
      [0x5f, 0x5f],
      [0x61, 0x7a],
    ] as const,
  ],
  [
    's',
    [
      [0x09, 0x0a],
      [0x0c, 0x0d],
      [0x20, 0x20],
    ] as const,
  ],
]);

function parseEscape(parser: Parser): void {
  const letter = parser.source.charAt(parser.at++);
  const ranges = SHORT_CLASSES.get(letter.toLowerCase());
  if (ranges !== undefined) parser.steps.push({ kind: 'set', ranges, negated: letter !== letter.toLowerCase() });
  else if (letter === 'A') parser.steps.push({ kind: 'begin' });
  else if (letter === 'z') parser.steps.push({ kind: 'end' });
  else if (letter === '' || /[A-Za-z0-9]/.test(letter)) parser.failed = true;
  else parser.steps.push(single(letter.charCodeAt(0)));
}

function parseClass(parser: Parser): void {
  const { source } = parser;
  const negated = source.charAt(parser.at) === '^';
  if (negated) parser.at++;
  const ranges: (readonly [number, number])[] = [];
  for (let isFirst = true; isFirst || source.charAt(parser.at) !== ']'; isFirst = false) {
    let character = source.charAt(parser.at++);
    if (character === '' || (character === '[' && source.charAt(parser.at) === ':')) {
      parser.failed = true;
      return;
    }
    if (character === '\\') {
      character = source.charAt(parser.at++);
      const short = SHORT_CLASSES.get(character);
      if (short !== undefined) ranges.push(...short);
      if (short !== undefined) continue;
    }
    const low = character.charCodeAt(0);
    const hasHigh = source.charAt(parser.at) === '-' && source.charAt(parser.at + 1) !== ']';
    ranges.push([low, hasHigh ? source.charCodeAt(parser.at + 1) : low]);
    if (hasHigh) parser.at += 2;
  }
  parser.at++;
  parser.steps.push({ kind: 'set', ranges, negated });
}

/** `*`, `+`, `?` and `{n,m}` behind the steps from `begin`, each also lazy. */
function parseQuantifier(parser: Parser, begin: number): void {
  const quantifier = /^(?:[*+?]|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})/.exec(parser.source.slice(parser.at, parser.at + 12));
  if (quantifier === null) return;
  parser.at += quantifier[0].length;
  const isLazy = parser.source.charAt(parser.at) === '?';
  if (isLazy) parser.at++;
  const least = quantifier[0] === '+' ? 1 : Number(quantifier[1] ?? 0);
  const most = mostOf(quantifier, least);
  const body = shifted(parser.steps.splice(begin), -begin);
  if (body.length * Math.max(least, most === Infinity ? 1 : most) > MAX_STEPS) parser.failed = true;
  if (parser.failed) return;
  for (let count = 0; count < least; count++) emitShifted(parser, body);
  if (most === Infinity) {
    const loop: Step[] = [split(isLazy, 1, body.length + 2), ...shifted(body, 1), { kind: 'jump', to: 0 }];
    emitShifted(parser, loop);
    return;
  }
  for (let count = least; count < most; count++)
    emitShifted(parser, [split(isLazy, 1, body.length + 1), ...shifted(body, 1)]);
}

function mostOf(quantifier: RegExpExecArray, least: number): number {
  if (quantifier[0] === '*' || quantifier[0] === '+') return Infinity;
  if (quantifier[0] === '?') return 1;
  if (quantifier[2] === undefined) return least;
  return quantifier[3] === undefined ? Infinity : Number(quantifier[3]);
}

function split(isLazy: boolean, body: number, after: number): Step {
  return isLazy ? { kind: 'split', first: after, second: body } : { kind: 'split', first: body, second: after };
}

/** Appends steps whose targets count from their own first one. */
function emitShifted(parser: Parser, steps: readonly Step[]): void {
  parser.steps.push(...shifted(steps, parser.steps.length));
}

function shifted(steps: readonly Step[], by: number): Step[] {
  return steps.map((step) => {
    if (step.kind === 'split') return { kind: 'split', first: step.first + by, second: step.second + by };
    return step.kind === 'jump' ? { kind: 'jump', to: step.to + by } : step;
  });
}

function single(code: number): Step {
  return { kind: 'set', ranges: [[code, code]], negated: false };
}
