import type { Position, Range } from '../../src/text/block.ts';

/** A finding as a fixture shows it. */
export interface Mark {
  readonly path: string;
  readonly range: Range;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  /** False at the counterpart place; written in parentheses. */
  readonly primary: boolean;
}

/** One file of a fixture, without its marks. */
export interface FixtureFile {
  readonly path: string;
  /** Words behind the name: `view=internal`, `origin=example.com.`, `secondary`, `dynamic`, `verified`, `crlf`... */
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The texts and marks of a fixture. */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** What stands behind `;- name@committed`: the text of a file at the last commit. */
  readonly committed?: readonly FixtureFile[];
  readonly marks: readonly Mark[];
  /** Where `<|>` stands. */
  readonly cursor: { readonly path: string; readonly position: Position } | undefined;
}

const MARK = /^;(\s*)(<[|-]*|\^+|\|)(?:>(\d+):(\d+))? (\()?(error|warning|information|hint) ([a-z0-9-]+): (.*)$/;
const CURSOR = '<|>';
const COMMITTED = '@committed';

/**
 * Reads a fixture: zone texts behind `;- file-name` lines. A mark is a comment below the line it speaks of:
 *
 *     www  3600 IN A 192.0.2.10
 *     ;              ^^^^^^^^^^ warning ptr-missing: ...
 *
 * A range that begins in column 0 is `;<-----`, as many characters as there are hyphens; an empty one is `|`, or `;<` in
 * column 0. `>2:5` behind it says that the range ends two lines further down, before character 5. A finding in
 * parentheses is one at the counterpart place.
 */
export function parseFixture(text: string): Fixture {
  const files: { path: string; options: Map<string, string>; lines: string[] }[] = [];
  const marks: Mark[] = [];
  let cursor: Fixture['cursor'];
  for (const line of text.replace(/^\n/, '').split('\n')) {
    const header = /^;- (\S+)(.*)$/.exec(line);
    if (header) {
      files.push({ path: header[1] ?? '', options: optionsOf(header[2] ?? ''), lines: [] });
      continue;
    }
    const file = files.at(-1);
    if (!file) {
      if (line.trim() === '') continue;
      throw new Error(`a fixture begins with ";- file-name", not with "${line}"`);
    }
    const match = MARK.exec(line);
    if (match) {
      marks.push(markOf(file.path, file.lines.length - 1, match));
      continue;
    }
    const at = line.indexOf(CURSOR);
    if (at >= 0) cursor = { path: file.path, position: { line: file.lines.length, character: at } };
    file.lines.push(line.replace(CURSOR, ''));
  }
  const all = files.map(({ path, options, lines }) => ({ path, options, text: textOf(lines, options) }));
  return {
    files: all.filter(({ path }) => !path.endsWith(COMMITTED)),
    committed: all
      .filter(({ path }) => path.endsWith(COMMITTED))
      .map((file) => ({ ...file, path: file.path.slice(0, -COMMITTED.length) })),
    marks,
    cursor,
  };
}

/** The fixture's text with these marks in the place of its own. */
export function withMarks(text: string, marks: readonly Mark[]): string {
  const lines: string[] = [];
  let path = '';
  let line = -1;
  const source = text.split('\n');
  const lengths = new Map<string, number[]>();
  for (const file of parseFixture(text).files)
    lengths.set(
      file.path,
      file.text.split(/\r\n|\n/).map((one) => one.length),
    );
  source.forEach((one) => {
    const header = /^;- (\S+)/.exec(one);
    if (header) {
      path = header[1] ?? '';
      line = -1;
    } else if (MARK.test(one)) return;
    else line++;
    lines.push(one);
    if (header) return;
    for (const mark of marks) {
      if (mark.path === path && mark.range.start.line === line)
        lines.push(showMark(mark, lengths.get(path)?.[line] ?? 0));
    }
  });
  return lines.join('\n');
}

/** The fixture with other texts in its files, and without marks; undefined where an option of a file changes how its text is read. */
export function withTexts(text: string, textOfFile: (path: string) => string): string | undefined {
  const { files, cursor } = parseFixture(text);
  if (cursor || files.some(({ options }) => options.has('crlf') || options.has('no-final-newline'))) return undefined;
  const headers = text.split('\n').filter((line) => /^;- \S/.test(line));
  const parts = headers.map((header) => `${header}\n${textOfFile(/^;- (\S+)/.exec(header)?.[1] ?? '')}`);
  return `\n${parts.join('')}`;
}

function optionsOf(text: string): Map<string, string> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return new Map(words.map((word) => [word.split('=', 1)[0] ?? '', word.split('=').slice(1).join('=')]));
}

/** The last line of a fixture is the blank before its closing quotation mark. */
function textOf(lines: readonly string[], options: ReadonlyMap<string, string>): string {
  const end = options.has('crlf') ? '\r\n' : '\n';
  const kept = [...lines];
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  return kept.join(end) + (kept.length > 0 && !options.has('no-final-newline') ? end : '');
}

function markOf(path: string, line: number, match: RegExpExecArray): Mark {
  const [, blanks = '', carets = '', downward, character, open, severity = '', rule = '', rest = ''] = match;
  const message = open === undefined ? rest : rest.replace(/\)$/, '');
  const from = carets.startsWith('<') ? 0 : blanks.length + 1;
  const length = carets.startsWith('<') ? carets.length - 1 : carets === '|' ? 0 : carets.length;
  const end =
    downward === undefined
      ? { line, character: from + length }
      : { line: line + Number(downward), character: Number(character) };
  return {
    path,
    range: { start: { line, character: from }, end },
    severity,
    rule,
    message,
    primary: open === undefined,
  };
}

function showMark(mark: Mark, lineLength: number): string {
  const { start, end } = mark.range;
  const length = Math.max((end.line === start.line ? end.character : lineLength) - start.character, 0);
  const place =
    start.character === 0
      ? `;<${'-'.repeat(length)}`
      : `;${' '.repeat(start.character - 1)}${length === 0 ? '|' : '^'.repeat(length)}`;
  const downward = end.line > start.line ? `>${end.line - start.line}:${end.character}` : '';
  const said = `${mark.severity} ${mark.rule}: ${mark.message}`;
  return `${place}${downward} ${mark.primary ? said : `(${said})`}`;
}

/** A message as a mark has it: further lines stand behind the first. */
export function onOneLine(message: string): string {
  return message.replace(/([:,;])\n/g, '$1 ').replaceAll('\n', '; ');
}
