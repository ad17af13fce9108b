import { type BindToken, scanBind } from '../../config/bind-token.ts';
import type { Dialect } from '../../config/configuration.ts';
import { dialectOfConfiguration } from '../../config/dialect.ts';
import type { Position } from '../../text/block.ts';

/** A place of a configuration's text, both as an offset and as a line. */
export interface ConfigurationSpot {
  readonly path: string;
  readonly text: string;
  readonly offset: number;
  readonly position: Position;
}

/** What stands around an offset of a configuration. */
export interface ConfigurationPlace {
  readonly dialect: Dialect;
  /** The word that opened the clause around it: `zone`, `options`; '' at the top. */
  readonly clause: string;
  /** The words of the statement before the offset, without the one that is being written. */
  readonly words: readonly string[];
  /** The word that is being written, up to the offset, and its offsets. */
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** Of longer texts the part before the offset is looked at from the last line that begins a statement. */
const MOST = 200_000;

/** The server that a configuration is for; BIND where nothing tells. */
export function dialectOf(path: string, text: string): Dialect {
  return dialectOfConfiguration(path, text.slice(0, 8192)) ?? 'bind';
}

/** Where an offset of a configuration is; undefined within a comment. */
export function placeAt(dialect: Dialect, text: string, offset: number): ConfigurationPlace | undefined {
  return dialect === 'bind' ? bindPlace(text, offset) : linePlace(dialect, text, offset);
}

function bindPlace(text: string, offset: number): ConfigurationPlace | undefined {
  const from = beginOf(text, offset);
  const tokens = tokensOf(text.slice(from));
  if (isComment(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))) return undefined;
  const stack: string[] = [];
  let statement: BindToken[] = [];
  let at: BindToken | undefined;
  for (const token of tokens) {
    if (token.start + from >= offset) break;
    const isHere = token.end + from >= offset && (token.kind === 'word' || token.kind === 'string');
    if (isHere && !(token.kind === 'string' && token.end + from === offset && !token.isUnclosed)) {
      at = token;
      break;
    }
    if (token.kind === '{') stack.push(statement[0]?.text.toLowerCase() ?? '');
    if (token.kind === '}') stack.pop();
    if (token.kind === 'word' || token.kind === 'string') statement.push(token);
    else statement = [];
  }
  const start = at ? at.range.start + from : offset;
  return {
    dialect: 'bind',
    clause: stack.at(-1) ?? '',
    words: statement.map((one) => one.text),
    prefix: text.slice(start, offset),
    start,
    end: at ? Math.max(at.range.end + from, offset) : offset,
    isQuoted: at?.kind === 'string',
  };
}

/** All tokens of named.conf. */
export function tokensOf(text: string): readonly BindToken[] {
  const steps = scanBind(text, []);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function beginOf(text: string, offset: number): number {
  if (offset < MOST) return 0;
  const before = text.slice(0, offset - 1000);
  return Math.max(
    0,
    ...[...before.slice(-20_000).matchAll(/\n(?=[a-z])/g)]
      .slice(-1)
      .map(({ index }) => index + 1 + Math.max(0, before.length - 20_000)),
  );
}

function linePlace(dialect: Dialect, text: string, offset: number): ConfigurationPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  if (isComment(line)) return undefined;
  const prefix = /[^\s"']*$/.exec(line)?.[0] ?? '';
  const start = offset - prefix.length;
  const words = line
    .slice(0, line.length - prefix.length)
    .split(/[\s"]+/)
    .filter((word) => word !== '' && word !== '-');
  const rest = /^[^\s"';]*/.exec(text.slice(offset))?.[0].length ?? 0;
  return {
    dialect,
    clause: dialect === 'coredns' ? corefileClause(text, lineStart) : clauseOfLines(text, lineStart, line),
    words: words.map((word) => (dialect === 'coredns' ? word : word.replace(/:$/, ''))),
    prefix,
    start,
    end: offset + rest,
    isQuoted: /["']$/.test(line.slice(0, line.length - prefix.length)),
  };
}

function corefileClause(text: string, lineStart: number): string {
  const before = text.slice(Math.max(0, lineStart - MOST), lineStart).replace(/#.*/g, '');
  let depth = 0;
  for (const character of before) depth += character === '{' ? 1 : character === '}' ? -1 : 0;
  return depth === 1 ? 'zone' : depth > 1 ? 'plugin' : '';
}

/** The clause of a line that is indented: the last line above that ends in a colon and begins no value. */
function clauseOfLines(text: string, lineStart: number, line: string): string {
  if (/^\S/.test(line) || line === '') return '';
  const above = text.slice(Math.max(0, lineStart - MOST), lineStart);
  const [, clause = ''] = [...above.matchAll(/^([a-z-]+):\s*(?:#.*)?$/gm)].at(-1) ?? [];
  return clause;
}

function isComment(line: string): boolean {
  return /^(?:[^"#/]|"[^"]*"|\/(?!\/))*(?:#|\/\/)/.test(line);
}
