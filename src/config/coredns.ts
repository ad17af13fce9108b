import { phrase } from '../language/phrase.ts';
import type { ConfigWord } from './config-word.ts';
import {
  type Configuration,
  type ConfigurationDraft,
  draftConfiguration,
  type Located,
  type ReadingContext,
  type Span,
} from './configuration.ts';
import { type CoreLine, parseCorefile } from './corefile-line.ts';
import { splitServerName, zonesOfCoreName } from './corefile-zone.ts';
import { compileExpression } from './expression.ts';
import { withoutFinalDot } from './zone-name.ts';

/**
 * Reads a Corefile or a file that it imports: the zones of the `file`, `auto`, `secondary` and `sign` plugins. Snippets
 * are put in where they are imported. A file that is imported inside a server block is read with that block's zones.
 */
export function readCorefile(text: string, context: ReadingContext = {}): Configuration {
  const draft = draftConfiguration('coredns');
  const lines = parseCorefile(text, draft.faults);
  const reader: Reader = { draft, snippets: new Map(), wordsLeft: MAX_SNIPPET_WORDS, depth: 0 };
  if (context.servedZones !== undefined) {
    const served = context.servedZones.map((name) => ({ name, written: withoutFinalDot(name), span: EMPTY }));
    readServer(reader, { served, listener: '', ...(context.view === undefined ? {} : { view: context.view }) }, lines);
    return draft;
  }
  for (const line of lines) {
    const snippet = snippetName(line);
    if (snippet !== undefined)
      reader.snippets.set(snippet, { lines: line.block ?? [], wordCount: wordsOf(line.block ?? []) });
  }
  readTopLevel(reader, lines);
  return draft;
}

const MAX_SNIPPET_WORDS = 50_000;
const MAX_IMPORT_DEPTH = 16;
const MAX_ZONES = 100_000;
const MAX_SERVED_ZONES = 4096;
const EMPTY: Span = { start: 0, end: 0 };
const DEFAULT_EXPRESSION = 'db\\.(.*)';
const DEFAULT_TEMPLATE = '{1}';

interface Reader {
  readonly draft: ConfigurationDraft;
  readonly snippets: Map<string, Snippet>;
  /** What snippets may still add: those that import each other would grow without end. */
  wordsLeft: number;
  depth: number;
}

interface Snippet {
  readonly lines: readonly CoreLine[];
  readonly wordCount: number;
}

/** One zone of a server block, and where it is written. */
interface ServedZone {
  readonly name: string;
  readonly written: string;
  readonly span: Span;
}

interface Server {
  readonly served: readonly ServedZone[];
  readonly listener: string;
  readonly view?: string;
  readonly root?: string;
}

function snippetName(line: CoreLine): string | undefined {
  const word = line.words[0]?.text ?? '';
  return line.words.length === 1 && word.startsWith('(') && word.endsWith(')') ? word.slice(1, -1) : undefined;
}

/** Server blocks. The braces of a sole one may be left out: then its plugins are the lines below its first. */
function readTopLevel(reader: Reader, lines: readonly CoreLine[]): void {
  let isFirst = true;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || snippetName(line) !== undefined) continue;
    if (line.words[0]?.text === 'import') {
      readImport(reader, undefined, line);
    } else if (line.block !== undefined) {
      openServer(reader, line.words, line.block);
    } else {
      const end = nextServer(lines, index + 1);
      if (!isFirst || end < lines.length) {
        const message = phrase`"{" is missing after "${line.words.at(-1)?.text ?? ''}"`;
        reader.draft.faults.push({ ...line.span, message });
      }
      openServer(reader, line.words, lines.slice(index + 1, end));
      index = end - 1;
    }
    isFirst = false;
  }
}

/** The next line that opens a server block: unlike a plugin's name its first word has a dot, a colon or a slash. */
function nextServer(lines: readonly CoreLine[], from: number): number {
  let index = from;
  while (index < lines.length && !opensServer(lines[index])) index++;
  return index;
}

function opensServer(line: CoreLine | undefined): boolean {
  return line?.block !== undefined && /[.:/]/.test(line.words[0]?.text ?? '');
}

function openServer(reader: Reader, words: readonly ConfigWord[], lines: readonly CoreLine[]): void {
  const served: ServedZone[] = [];
  const listeners = new Set<string>();
  for (const word of words.flatMap(splitAtCommas)) {
    const { name, listener } = splitServerName(word.text);
    listeners.add(listener);
    if (served.length < MAX_SERVED_ZONES) served.push(...zonesWritten(reader, { text: name, range: word.range }));
  }
  const bind = lines.filter((line) => line.words[0]?.text === 'bind').map(argumentsOf);
  readServer(reader, { served, listener: [...listeners, ...bind].join(' ') }, lines);
}

function argumentsOf(line: CoreLine): string {
  return line.words
    .slice(1)
    .map((word) => word.text)
    .join(' ');
}

function splitAtCommas(word: ConfigWord): Located[] {
  const parts: Located[] = [];
  let { start } = word.range;
  for (const text of word.text.split(',')) {
    if (text !== '') parts.push({ text, range: { start, end: start + text.length } });
    start += text.length + 1;
  }
  return parts;
}

/** The zones of one word; none for a placeholder such as `{$ZONE}`, which only the server can fill. */
function zonesWritten(reader: Reader, word: Located): ServedZone[] {
  if (/\{[$%]|\{args/.test(word.text)) return [];
  const names = zonesOfCoreName(word.text);
  if (names.length === 0)
    reader.draft.faults.push({ ...word.range, message: phrase`"${word.text}" is not a domain name` });
  const isNetwork = names.length > 1 || (word.text.includes('/') && names[0]?.endsWith('.arpa.') === true);
  return names.map((name) => ({
    name,
    written: withoutFinalDot(isNetwork ? name : word.text),
    span: word.range,
  }));
}

/** `root` and `view` hold for the whole block, wherever they stand in it. */
function readServer(reader: Reader, server: Server, lines: readonly CoreLine[]): void {
  const view = plugin(lines, 'view')?.text ?? server.view;
  const root = plugin(lines, 'root')?.text;
  if (view !== undefined && view !== server.view)
    reader.draft.views.push(plugin(lines, 'view') ?? { text: view, range: EMPTY });
  const whole: Server = {
    served: server.served,
    listener: server.listener,
    ...(view === undefined ? {} : { view }),
    ...(root === undefined ? {} : { root }),
  };
  readPlugins(reader, whole, lines);
}

function plugin(lines: readonly CoreLine[], name: string): Located | undefined {
  const word = lines.find((line) => line.words[0]?.text === name)?.words[1];
  return word && { text: word.text, range: word.range };
}

function readPlugins(reader: Reader, server: Server, lines: readonly CoreLine[]): void {
  for (const line of lines) {
    if (reader.draft.zones.length >= MAX_ZONES) return;
    switch (line.words[0]?.text) {
      case 'file':
      case 'sign':
        readFile(reader, server, line);
        break;
      case 'secondary':
        for (const zone of zonesOfPlugin(reader, server, line.words.slice(1))) addZone(reader, server, { zone, line });
        break;
      case 'auto':
        readAuto(reader, server, line);
        break;
      case 'import':
        readImport(reader, server, line);
        break;
    }
  }
}

/** `file DBFILE [ZONES...]`; `sign` signs such a file into another one. */
function readFile(reader: Reader, server: Server, line: CoreLine): void {
  const file = line.words[1];
  const name = line.words[0];
  if (file === undefined) {
    if (name !== undefined)
      reader.draft.faults.push({ ...name.range, message: phrase`"${name.text}" needs the name of a zone file` });
    return;
  }
  for (const zone of zonesOfPlugin(reader, server, line.words.slice(2))) addZone(reader, server, { zone, line, file });
}

/** The zones that a plugin's line names, otherwise those of the server block. */
function zonesOfPlugin(reader: Reader, server: Server, words: readonly ConfigWord[]): readonly ServedZone[] {
  return words.length === 0 ? server.served : words.flatMap((word) => zonesWritten(reader, word));
}

function addZone(
  reader: Reader,
  server: Server,
  { zone, line, file }: { readonly zone: ServedZone; readonly line: CoreLine; readonly file?: ConfigWord | undefined },
): void {
  if (reader.draft.zones.length >= MAX_ZONES) return;
  const isSigned = line.words[0]?.text === 'sign';
  reader.draft.zones.push({
    name: zone.name,
    writtenName: zone.written,
    nameRange: zone.span,
    range: line.span,
    class: 'IN',
    listener: server.listener,
    ...(server.view === undefined ? {} : { view: server.view }),
    layers: [
      {
        kind: 'settings',
        settings: {
          type: file === undefined ? 'secondary' : 'primary',
          ...(file === undefined ? {} : { file: { text: file.text, range: file.range } }),
          ...(server.root === undefined ? {} : { storage: server.root }),
          ...(isSigned ? { signed: true, inlineSigning: true } : {}),
        },
      },
    ],
  });
}

function readAuto(reader: Reader, server: Server, line: CoreLine): void {
  const directory = line.block?.find((entry) => entry.words[0]?.text === 'directory')?.words;
  const path = directory?.[1];
  if (path === undefined) {
    reader.draft.faults.push({ ...line.span, message: phrase`"auto" needs a line "directory DIR"` });
    return;
  }
  const expression = directory?.[2];
  if (expression !== undefined && compileExpression(expression.text) === undefined) {
    reader.draft.faults.push({
      ...expression.range,
      message: phrase`The expression "${expression.text}" can't be read`,
    });
  }
  reader.draft.folders.push({
    directory: joinRoot(server.root, path.text),
    range: path.range,
    expression: expression?.text ?? DEFAULT_EXPRESSION,
    template: directory?.[3]?.text ?? DEFAULT_TEMPLATE,
    origins: zonesOfPlugin(reader, server, line.words.slice(1)).map((zone) => zone.name),
    listener: server.listener,
    ...(server.view === undefined ? {} : { view: server.view }),
  });
}

function joinRoot(root: string | undefined, path: string): string {
  return root === undefined || path.startsWith('/') ? path : `${root}/${path}`;
}

/** `import` of a snippet puts its lines here; anything else is a file or a pattern of files. */
function readImport(reader: Reader, server: Server | undefined, line: CoreLine): void {
  const source = line.words[1];
  if (source === undefined) {
    reader.draft.faults.push({ ...line.span, message: phrase`"import" needs a snippet or a file` });
    return;
  }
  const snippet = reader.snippets.get(source.text);
  if (snippet === undefined) {
    const served = server?.served.map((zone) => zone.name);
    reader.draft.includes.push({
      pattern: source.text,
      range: source.range,
      ...(served === undefined ? {} : { servedZones: served }),
      ...(server?.view === undefined ? {} : { view: server.view }),
    });
    return;
  }
  if (reader.depth >= MAX_IMPORT_DEPTH || reader.wordsLeft < snippet.wordCount) {
    reader.draft.faults.push({
      ...source.range,
      message: phrase`"${source.text}" is imported too often, or by itself`,
    });
    return;
  }
  reader.wordsLeft -= snippet.wordCount + 1;
  reader.depth++;
  const filled = fillIn(snippet.lines, line.words.slice(2));
  if (server === undefined) readTopLevel(reader, filled);
  else readPlugins(reader, server, filled);
  reader.depth--;
}

function wordsOf(lines: readonly CoreLine[]): number {
  return lines.reduce((sum, line) => sum + line.words.length + wordsOf(line.block ?? []), 0);
}

/** Puts the arguments of an import in the place of `{args[0]}`, or `{args.0}` as older servers have it. */
function fillIn(lines: readonly CoreLine[], args: readonly ConfigWord[]): CoreLine[] {
  return lines.map((line) => ({
    words: line.words.map((word) => ({
      ...word,
      text: word.text.replace(ARGUMENT, (_, a, b) => args[Number(a ?? b)]?.text ?? ''),
    })),
    span: line.span,
    ...(line.block === undefined ? {} : { block: fillIn(line.block, args) }),
  }));
}

const ARGUMENT = /\{args(?:\[([0-9]{1,3})\]|\.([0-9]{1,3}))\}/g;
