import { phrase } from '../language/phrase.ts';
import { bareWord, type ConfigWord, isBlank, scanWords, type WordReader } from './config-word.ts';
import {
  type Configuration,
  type ConfigurationDraft,
  type ConfigurationFault,
  draftConfiguration,
  type Located,
  type ReadingContext,
  type SettingsLayer,
  type Span,
  type ZoneSettings,
} from './configuration.ts';
import { absoluteZoneName, withoutFinalDot } from './zone-name.ts';

/**
 * Reads nsd.conf or a file that it includes. Clauses and attributes that say nothing of zone files are passed over. What
 * stands before the first clause of an included file belongs to the clause that includes it.
 */
export function readNsd(text: string, context: ReadingContext = {}): Configuration {
  const draft = draftConfiguration('nsd');
  const words = scanWords(text, WORDS, draft.faults);
  if (context.zoneList) return readZoneList(draft, words);
  let clause: Clause | undefined;
  const { continuedAs } = context;
  if (continuedAs !== undefined && words[0])
    clause = { kind: CONTINUED, keyword: words[0], layers: [], name: { text: continuedAs, range: NOWHERE }, end: 0 };
  for (let at = 0; at < words.length; ) {
    const keyword = words[at++];
    if (keyword === undefined) break;
    if (!isKeyword(keyword)) {
      draft.faults.push({
        ...keyword.range,
        message: phrase`An attribute that ends with ":" is expected, not "${keyword.text}"`,
      });
      while (words[at]?.line === keyword.line && !isKeyword(words[at])) at++;
      continue;
    }
    const name = keyword.text.slice(0, -1).toLowerCase();
    if (CLAUSES.has(name)) {
      closeClause(draft, clause);
      clause = { kind: name, keyword, layers: [], end: keyword.end };
      continue;
    }
    const value = valueAt(words, at, keyword);
    if (value !== undefined) at++;
    while (words[at]?.line === (value ?? keyword).line && !isKeyword(words[at])) at++;
    if (clause !== undefined) clause.end = (words[at - 1] ?? keyword).end;
    readAttribute(draft, clause, { name, keyword, value });
  }
  closeClause(draft, clause);
  return draft;
}

/** A quotation mark ends a word. */
const WORDS: WordReader = { quotedAt, bareAt: (text, start, line) => bareWord(text, start, line, '"') };

/** The clause of another file, continued. */
const CONTINUED = 'continued';
const NOWHERE: Span = { start: 0, end: 0 };

/** What `nsd-control addzone` and `delzone` keep: `add NAME PATTERN` a line, `del` for a line that no longer counts. */
function readZoneList(draft: ConfigurationDraft, words: readonly ConfigWord[]): Configuration {
  words.forEach((word, at) => {
    const [name, pattern] = [words[at + 1], words[at + 2]];
    const isFirst = words[at - 1]?.line !== word.line;
    if (word.text !== 'add' || !isFirst || name?.line !== word.line || pattern?.line !== word.line) return;
    const layers: SettingsLayer[] = [{ kind: 'template', ...templateOf(locatedWord(pattern)) }];
    closeClause(draft, { kind: 'zone', keyword: word, layers, name: locatedWord(name), end: pattern.end });
  });
  return { ...draft, faults: [] };
}

function locatedWord({ text, range }: ConfigWord): Located {
  return { text, range };
}

interface Clause {
  readonly kind: string;
  readonly keyword: ConfigWord;
  readonly layers: SettingsLayer[];
  name?: Located;
  end: number;
}

interface Attribute {
  readonly name: string;
  readonly keyword: ConfigWord;
  readonly value: ConfigWord | undefined;
}

const CLAUSES = new Set([
  'server',
  'remote-control',
  'key',
  'zone',
  'pattern',
  'tls-auth',
  'verify',
  'dnstap',
  'xdp',
  'cookies',
]);

/** The word after an attribute's name; on a later line only where it can't be the next attribute. */
function valueAt(words: readonly ConfigWord[], at: number, keyword: ConfigWord): ConfigWord | undefined {
  const word = words[at];
  if (word === undefined || isKeyword(word)) return undefined;
  return word.line === keyword.line || words[at + 1]?.line !== word.line || word.quoted ? word : undefined;
}

function isKeyword(word: ConfigWord | undefined): boolean {
  return word !== undefined && !word.quoted && /^[a-z][a-z0-9-]*:$/i.test(word.text);
}

function readAttribute(draft: ConfigurationDraft, clause: Clause | undefined, attribute: Attribute): void {
  const { name, keyword, value } = attribute;
  const isOfServer = name === 'include' || name === 'zonesdir' || name === 'zonelistfile';
  const matters = isOfServer || (clause !== undefined && ZONE_ATTRIBUTES.has(name));
  if (!matters) return;
  if (value === undefined) {
    draft.faults.push({ ...keyword.range, message: phrase`"${keyword.text}" needs a value` });
    return;
  }
  if (name === 'include') readInclude(draft, clause, value);
  else if (name === 'zonelistfile') draft.includes.push({ pattern: value.text, range: value.range, zoneList: true });
  else if (name === 'zonesdir') readZonesDirectory(draft, value);
  else if (clause && ZONE_CLAUSES.has(clause.kind)) readZoneAttribute(clause, name, value);
}

const ZONE_CLAUSES = new Set(['zone', 'pattern', CONTINUED]);

/** What is included in a zone's clause may go on in it, like a pattern that stands there. */
function readInclude(draft: ConfigurationDraft, clause: Clause | undefined, value: ConfigWord): void {
  const include = { pattern: value.text, range: value.range };
  if (!clause || !ZONE_CLAUSES.has(clause.kind)) {
    draft.includes.push(include);
    return;
  }
  const continuedAs = `include ${value.text}`;
  draft.includes.push({ ...include, continuedAs });
  clause.layers.push({ kind: 'template', name: continuedAs });
}

/** `zonesdir: ""` means: stay where the server was started. */
function readZonesDirectory(draft: ConfigurationDraft, value: ConfigWord): void {
  if (value.text === '') delete draft.directory;
  else draft.directory = { text: value.text, range: value.range };
}

const ZONE_ATTRIBUTES = new Set(['name', 'zonefile', 'include-pattern', 'request-xfr', 'allow-notify', 'catalog']);

function readZoneAttribute(clause: Clause, name: string, value: ConfigWord): void {
  const located: Located = { text: value.text, range: value.range };
  if (name === 'name' && clause.kind !== CONTINUED) clause.name = located;
  else if (name === 'include-pattern') clause.layers.push({ kind: 'template', ...templateOf(located) });
  else clause.layers.push({ kind: 'settings', settings: settingsOf(name, located) });
}

function templateOf(located: Located): { readonly name: string; readonly range: Span } {
  return { name: located.text, range: located.range };
}

/** `zonefile: ""` means: no file. */
function settingsOf(name: string, value: Located): ZoneSettings {
  if (name === 'zonefile') return { file: value };
  if (name === 'catalog') return { catalog: value.text === 'consumer' || value.text === 'producer' };
  return { transferredIn: true };
}

function closeClause(draft: ConfigurationDraft, clause: Clause | undefined): void {
  if (clause === undefined || !ZONE_CLAUSES.has(clause.kind)) return;
  const { name, keyword, layers } = clause;
  if (name === undefined) {
    draft.faults.push({ ...keyword.range, message: phrase`This "${keyword.text}" has no "name:"` });
    return;
  }
  if (clause.kind === 'pattern' || clause.kind === CONTINUED) {
    draft.templates.push({ name: name.text, nameRange: name.range, layers });
    return;
  }
  const zoneName = absoluteZoneName(name.text);
  if (zoneName === undefined) {
    draft.faults.push({ ...name.range, message: phrase`"${name.text}" is not a domain name` });
    return;
  }
  draft.zones.push({
    name: zoneName,
    writtenName: withoutFinalDot(name.text),
    nameRange: name.range,
    range: { start: keyword.start, end: clause.end },
    class: 'IN',
    layers,
  });
}

/** NSD lets a quoted word go over lines; here it ends with its line, so that a forgotten mark costs one line. */
function quotedAt(text: string, start: number, line: number, faults: ConfigurationFault[]): ConfigWord {
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '"') end++;
  const closed = text.charAt(end) === '"';
  if (!closed) {
    while (end > start + 1 && isBlank(text.charAt(end - 1))) end--;
    faults.push({ start, end, message: phrase`This quotation mark is not closed on its line` });
  }
  const range = { start: start + 1, end };
  return { text: text.slice(range.start, end), range, start, end: closed ? end + 1 : end, line, quoted: true };
}
