import type { Silences } from '../rules/rule.ts';
import { suppressionUnused } from '../rules/text/text-rules.ts';
import { countWhile } from '../text/bisect.ts';
import type { Block } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Places } from './place.ts';

/** A comment that says "not here": `; zonewright-disable-line RULE -- the provider's network`. */
export interface SuppressionComment {
  readonly kind: 'disable-line' | 'disable-next-line' | 'disable' | 'enable';
  readonly line: number;
  /** Where its semicolon stands. */
  readonly column: number;
  /** Rule ids; none means all rules. */
  readonly rules: readonly string[];
  /** The columns at which the ids begin. */
  readonly columns: readonly number[];
  /** What stands behind `--`. */
  readonly reason: string | undefined;
}

/** Finds the suppression comments of files and answers whether a rule is silenced at a line. */
export class Suppressions {
  readonly #places: Places;
  readonly #blocks = new WeakMap<Block, readonly SuppressionComment[]>();
  readonly #files = new WeakMap<SourceFile, Read>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** Whether a comment of the file silences the rule on this line. */
  silences(file: SourceFile, rule: string, line: number): boolean {
    return this.#of(file)?.covers(rule, line) === true;
  }

  /** What the comments of a file silence as it is now; undefined where it has none that do. */
  in(file: SourceFile): Silences | undefined {
    const silence = this.#of(file);
    if (!silence) return undefined;
    return (rule, { index }, record) => {
      if (record !== undefined) {
        const place = this.#places.of({ kind: 'record', record, part: 'record' });
        return place && silence.covers(rule, place.range.start.line);
      }
      const first = file.document.firstLineOf(index);
      return silence.within(rule, first, first + (file.document.blocks[index]?.lineCount ?? 0));
    };
  }

  #commentsOf(file: SourceFile): readonly SuppressionComment[] {
    const found: SuppressionComment[] = [];
    file.document.blocks.forEach((block, index) => {
      const comments = this.#inBlock(block);
      if (comments.length === 0) return;
      const firstLine = file.document.firstLineOf(index);
      for (const comment of comments) found.push({ ...comment, line: firstLine + comment.line });
    });
    return found;
  }

  /** All suppression comments of a file, in the order of the text; the same list as long as nothing changes. */
  comments(file: SourceFile): readonly SuppressionComment[] {
    return this.#read(file).comments;
  }

  #of(file: SourceFile): Silence | undefined {
    return this.#read(file).silence;
  }

  #read(file: SourceFile): Read {
    const known = this.#files.get(file);
    if (known?.version === file.version && file.pending === undefined) return known;
    const comments = this.#commentsOf(file);
    const silence =
      comments.length === 0 ? undefined : new Silence(comments, (line) => this.#places.linesOfRow(file.document, line));
    const read = { version: file.version, comments, silence };
    this.#files.set(file, read);
    return read;
  }

  /** Lines are counted from the block's first. */
  #inBlock(block: Block): readonly SuppressionComment[] {
    if (!block.mayHaveComments) return NONE;
    const known = this.#blocks.get(block);
    if (known) return known;
    const comments = mayHold(block) ? commentsOf(block.text) : NONE;
    this.#blocks.set(block, comments);
    return comments;
  }
}

const NONE: readonly SuppressionComment[] = [];

/** The comments of one version of a file. */
interface Read {
  readonly version: number;
  readonly comments: readonly SuppressionComment[];
  readonly silence: Silence | undefined;
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** What the comments of one file silence. */
class Silence {
  readonly #lines = new Map<number, Set<string>>();
  /** After each comment of a stretch, what is silent from its line on; and the lines. */
  readonly #stretches: { readonly all: boolean; readonly named: ReadonlySet<string> }[] = [];
  readonly #starts: number[] = [];
  /** Lines from which on it may be otherwise than before. */
  readonly #changes: readonly number[];

  constructor(comments: readonly SuppressionComment[], rowAt: (line: number) => Lines) {
    let all = false;
    let named = new Set<string>();
    for (const { kind, line, rules } of comments) {
      if (kind === 'disable-line') this.#silenceRow(rowAt(line), rules);
      else if (kind === 'disable-next-line') this.#silenceRow(rowAt(line + 1), rules);
      else {
        const isOff = kind === 'disable';
        if (rules.length === 0) {
          all = isOff;
          named = new Set();
        } else {
          // While all are silent, the named ones are those that speak.
          named = new Set(named);
          for (const rule of rules) {
            if (isOff === all) named.delete(rule);
            else named.add(rule);
          }
        }
        this.#starts.push(line);
        this.#stretches.push({ all, named });
      }
    }
    this.#changes = [...this.#starts, ...[...this.#lines.keys()].flatMap((line) => [line, line + 1])].sort(
      (a, b) => a - b,
    );
  }

  covers(rule: string, line: number): boolean {
    const onLine = this.#lines.get(line);
    // That a comment is of no use is silenced by its name only: a comment without names would silence what is said of it.
    const isNamedOnly = rule === suppressionUnused.id;
    if (onLine && ((onLine.has(EVERY_RULE) && !isNamedOnly) || onLine.has(rule))) return true;
    const stretch = this.#stretches[countUpTo(this.#starts, line) - 1];
    if (!stretch || (stretch.all && isNamedOnly)) return false;
    return stretch.all !== stretch.named.has(rule);
  }

  /** Whether it does so at all of some lines; undefined where a comment of whatever rules stands between. */
  within(rule: string, first: number, end: number): boolean | undefined {
    if (countUpTo(this.#changes, first) === countUpTo(this.#changes, end - 1)) return this.covers(rule, first);
    return undefined;
  }

  #silenceRow(row: Lines, rules: readonly string[]): void {
    for (let line = row.first; line <= row.last; line++) {
      const silenced = this.#lines.get(line) ?? new Set();
      for (const rule of rules.length === 0 ? [EVERY_RULE] : rules) silenced.add(rule);
      this.#lines.set(line, silenced);
    }
  }
}

/** How many of some lines, in their order, are not behind one. */
function countUpTo(lines: readonly number[], line: number): number {
  return countWhile(lines.length, (index) => (lines[index] as number) <= line);
}

const EVERY_RULE = '*';
const MARK = 'zonewright-';
const MARK_CODES = [...MARK].map((character) => character.charCodeAt(0));
const SEMICOLON = 59;

/** A quick look for the mark behind a semicolon, without making a string. */
function mayHold(block: Block): boolean {
  if (!block.isAscii) return block.text.includes(MARK);
  const { codes } = block;
  for (let at = codes.indexOf(SEMICOLON); at >= 0; at = codes.indexOf(SEMICOLON, at)) {
    do at++;
    while (codes[at] === SEMICOLON || codes[at] === 32 || codes[at] === 9);
    if (MARK_CODES.every((code, i) => codes[at + i] === code)) return true;
  }
  return false;
}

function commentsOf(text: string): SuppressionComment[] {
  const found: SuppressionComment[] = [];
  text.split(/\r\n|\n|\r/).forEach((lineText, line) => {
    if (!lineText.includes(MARK)) return;
    const comment = commentPart(lineText);
    const match =
      comment && /^;[;\s]*zonewright-(disable-next-line|disable-line|disable|enable)(?:\s+(.*))?$/.exec(comment);
    if (!match) return;
    const words = match[2] ?? '';
    const [ids = '', reason] = words.split(/(?:^|\s)--(?:\s|$)/, 2);
    const rules = [...ids.matchAll(/[^\s,]+/g)];
    const column = lineText.trimEnd().length - words.length;
    found.push({
      kind: match[1] as SuppressionComment['kind'],
      line,
      column: lineText.trimEnd().length - comment.length,
      rules: rules.map(([id]) => id),
      columns: rules.map(({ index }) => column + index),
      reason: reason?.trim() || undefined,
    });
  });
  return found;
}

/** A line from its comment's semicolon on. A semicolon that is quoted or escaped begins none. */
function commentPart(line: string): string | undefined {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) return line.slice(at).trimEnd();
  }
  return undefined;
}
