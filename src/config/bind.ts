import { phrase } from '../language/phrase.ts';
import {
  atEnd,
  type BindParser,
  bindParser,
  closeStatement,
  endStatement,
  isStatementWithBlock,
  nextValue,
  openBlock,
  peek,
  skipStatement,
  step,
} from './bind-parser.ts';
import { type BindSettings, isBindSetting, readBindSetting } from './bind-setting.ts';
import type { BindToken } from './bind-token.ts';
import { meantStatement } from './bind-words.ts';
import {
  type Configuration,
  type ConfigurationDraft,
  draftConfiguration,
  type ReadingContext,
  type SettingsLayer,
} from './configuration.ts';
import { absoluteZoneName, withoutFinalDot } from './zone-name.ts';

/**
 * Reads named.conf or a file that it includes, as BIND 9.20 does, in steps. Statements that say nothing of zone files
 * are skipped by their braces; after a missing semicolon or brace the zones that follow are still read.
 */
export function* readBind(text: string, context: ReadingContext = {}): Generator<void, Configuration> {
  const draft = draftConfiguration('bind');
  const reader: Reader = { draft, parser: yield* bindParser(text, draft.faults) };
  const scope: Scope = { kind: 'top', class: context.class ?? 'IN', settings: {}, layers: [], ...viewOf(context) };
  while (!atEnd(reader.parser)) {
    readStatements(reader, scope, STATEMENTS_PER_STEP);
    const token = peek(reader.parser);
    if (token?.kind === '}') {
      // One that closes a block whose beginning is missing is no second mistake.
      if (reader.parser.lostBraces > 0) reader.parser.lostBraces--;
      else fault(reader, token, phrase`This "}" closes nothing`);
      step(reader.parser);
      if (peek(reader.parser)?.kind === ';') step(reader.parser);
    }
    yield;
  }
  return draft;
}

const STATEMENTS_PER_STEP = 256;

interface Reader {
  readonly draft: ConfigurationDraft;
  readonly parser: BindParser;
}

/** What the statements being read stand in. */
interface Scope {
  readonly kind: 'top' | 'view' | 'options' | 'zone' | 'template';
  readonly view?: string;
  readonly class: string;
  readonly settings: BindSettings;
  readonly layers: SettingsLayer[];
}

const CLASSES = new Set(['in', 'internet', 'ch', 'chaos', 'hs', 'hesiod', 'any', 'none']);

function viewOf(scope: { readonly view?: string }): { readonly view?: string } {
  return scope.view === undefined ? {} : { view: scope.view };
}

function fault(reader: Reader, at: BindToken, message: string): void {
  reader.draft.faults.push({ start: at.start, end: at.end, message });
}

/**
 * Reads so many statements, up to the brace that closes the scope, the end of the text, or a statement that can't stand
 * in this scope.
 */
function readStatements(reader: Reader, scope: Scope, count = Number.POSITIVE_INFINITY): void {
  const { parser } = reader;
  let left = count;
  for (let token = peek(parser); token !== undefined; token = peek(parser)) {
    if (token.kind === '}' || left-- <= 0) return;
    if (token.kind === ';') {
      const stray = { start: token.start, end: token.end, message: phrase`This ";" ends no statement` };
      parser.faults.push(stray);
      parser.strayEnd = stray;
      step(parser);
    } else if (token.kind === '{') {
      fault(reader, token, phrase`This "{" belongs to no statement`);
      skipStatement(parser);
    } else {
      if (scope.kind !== 'top' && closesByItself(reader, scope)) return;
      readStatement(reader, scope, token);
    }
  }
}

/** A zone never stands in a zone, nor a view in a view: the brace before is missing. */
function closesByItself(reader: Reader, scope: Scope): boolean {
  const keyword = isStatementWithBlock(reader.parser);
  if (keyword === undefined) return false;
  return scope.kind !== 'view' || keyword === 'view' || keyword === 'options';
}

function readStatement(reader: Reader, scope: Scope, token: BindToken): void {
  const keyword = token.kind === 'word' ? token.text.toLowerCase() : '';
  const { kind } = scope;
  if (keyword === 'include') readInclude(reader, scope);
  else if (keyword === 'zone' && (kind === 'top' || kind === 'view')) readZone(reader, scope);
  else if (keyword === 'view' && kind === 'top') readView(reader, scope);
  else if (keyword === 'options' && kind === 'top') readOptions(reader, scope);
  else if (keyword === 'template' && kind === 'zone') readTemplateName(reader, scope);
  else if (keyword === 'template' && kind === 'top') readTemplate(reader);
  else if (keyword === 'directory') readDirectory(reader);
  else if (keyword === 'response-policy') readMentions(reader, scope, reader.draft.responsePolicies);
  else if (keyword === 'catalog-zones') readMentions(reader, scope, reader.draft.catalogs);
  else if (kind !== 'top' && isBindSetting(keyword)) readBindSetting(reader.parser, scope.settings);
  else readOther(reader, scope, token);
}

/** A statement that says nothing of zone files, unless it is a slip of one that does. */
function readOther(reader: Reader, { kind, settings }: Scope, token: BindToken): void {
  const { start, end, text } = token;
  const meant = token.kind === 'word' ? meantStatement(kind, text.toLowerCase()) : undefined;
  if (meant !== undefined) {
    const fix = { start, end, text: meant, title: phrase`Change to ${meant}` };
    const message = phrase`named.conf knows no statement "${text}" here: did you mean ${meant}?`;
    reader.draft.faults.push({ start, end, message, severity: 'warning', fix });
  }
  if (meant === 'file' || NO_FILE_NEEDED.has(text.toLowerCase())) settings.dataElsewhere = true;
  skipStatement(reader.parser, kind);
}

/** Statements that say where the records of a zone come from, in place of a file. */
const NO_FILE_NEEDED = new Set(['database', 'dlz']);

function readInclude(reader: Reader, scope: Scope): void {
  const path = nextValue(reader.parser);
  if (path === undefined) return;
  reader.draft.includes.push({ pattern: path.text, range: path.range, ...viewOf(scope) });
  if (scope.kind === 'zone') scope.settings.dataElsewhere = true;
  endStatement(reader.parser);
}

function readDirectory(reader: Reader): void {
  const path = nextValue(reader.parser);
  if (path === undefined) return;
  reader.draft.directory = { text: path.text, range: path.range };
  endStatement(reader.parser);
}

function readTemplateName(reader: Reader, scope: Scope): void {
  const name = nextValue(reader.parser);
  if (name === undefined) return;
  scope.layers.push({ kind: 'template', name: name.text, range: name.range });
  endStatement(reader.parser);
}

function readOptions(reader: Reader, outer: Scope): void {
  const keyword = step(reader.parser);
  const scope: Scope = { ...outer, kind: 'options', settings: {}, layers: [] };
  if (keyword !== undefined) readBody(reader, scope, keyword);
  reader.draft.defaults.push({ settings: scope.settings, ...viewOf(outer) });
}

function readView(reader: Reader, outer: Scope): void {
  const name = nextValue(reader.parser);
  if (name === undefined) return;
  reader.draft.views.push({ text: name.text, range: name.range });
  const scope: Scope = {
    kind: 'view',
    view: name.text,
    class: readClass(reader) ?? outer.class,
    settings: {},
    layers: [],
  };
  readBody(reader, scope, name);
  reader.draft.defaults.push({ view: name.text, settings: scope.settings });
}

function readTemplate(reader: Reader): void {
  const name = nextValue(reader.parser);
  if (name === undefined) return;
  const scope: Scope = { kind: 'template', class: 'IN', settings: {}, layers: [] };
  readBody(reader, scope, name);
  const layers: SettingsLayer[] = [{ kind: 'settings', settings: scope.settings }];
  reader.draft.templates.push({ name: name.text, nameRange: name.range, layers });
}

function readZone(reader: Reader, outer: Scope): void {
  const { parser, draft } = reader;
  const start = peek(parser)?.start ?? 0;
  const written = nextValue(parser);
  if (written === undefined) return;
  const name = absoluteZoneName(written.text);
  if (name === undefined) fault(reader, written, phrase`"${written.text}" is not a domain name`);
  const zoneClass = readClass(reader) ?? outer.class;
  const scope: Scope = { kind: 'zone', class: zoneClass, settings: {}, layers: [], ...viewOf(outer) };
  const end = readBody(reader, scope, written);
  if (name === undefined) return;
  draft.zones.push({
    name,
    writtenName: withoutFinalDot(written.text),
    nameRange: written.range,
    range: { start, end },
    class: zoneClass,
    layers: [...scope.layers, { kind: 'settings', settings: scope.settings }],
    ...viewOf(outer),
  });
}

/** The class that may stand between a name and its brace. */
function readClass(reader: Reader): string | undefined {
  const token = peek(reader.parser);
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'string')) return undefined;
  if (!CLASSES.has(token.text.toLowerCase())) return undefined;
  step(reader.parser);
  const upper = token.text.toUpperCase();
  if (upper === 'INTERNET') return 'IN';
  if (upper === 'CHAOS') return 'CH';
  return upper === 'HESIOD' ? 'HS' : upper;
}

/** Reads `{ ... };` and answers where it ends. A missing brace is a fault; the statements are read all the same. */
function readBody(reader: Reader, scope: Scope, owner: BindToken): number {
  const { parser } = reader;
  const open = openBlock(parser, owner);
  if (open === undefined && !startsSetting(parser)) {
    skipStatement(parser);
    return parser.lastEnd;
  }
  readStatements(reader, scope);
  closeStatement(parser, open);
  return parser.lastEnd;
}

function startsSetting(parser: BindParser): boolean {
  const token = peek(parser);
  return token?.kind === 'word' && isBindSetting(token.text.toLowerCase());
}

/** `response-policy { zone "rpz.example"; };` and `catalog-zones { zone "catalog.example"; };` */
function readMentions(reader: Reader, scope: Scope, mentions: { name: string; view?: string }[]): void {
  const { parser } = reader;
  const from = parser.at;
  skipStatement(parser);
  for (let index = from + 1; index < parser.at; index++) {
    const before = parser.tokens[index - 1]?.kind;
    const token = parser.tokens[index];
    const written = parser.tokens[index + 1];
    if ((before !== '{' && before !== ';') || token?.text.toLowerCase() !== 'zone' || written === undefined) continue;
    const name = absoluteZoneName(written.text);
    if (name !== undefined) mentions.push({ name, ...viewOf(scope) });
  }
}
