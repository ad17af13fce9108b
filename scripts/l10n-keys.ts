import { registry } from '../src/rules/registry.ts';
import { typeRows } from '../src/syntax/rdata/types.ts';
import { readSources, type SourceFile } from './layers.ts';
import { root } from './root.ts';

/** Rooms whose texts the command line alone prints: it speaks English, as its formats do. */
const ENGLISH = /^(?:cli|compile|compare|language)\//;

/** The keys of all texts that people see, each with the place where it is said first; in the order of their texts. */
export function sourceKeys(sources: readonly SourceFile[] = readSources(root)): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of sources) {
    if (ENGLISH.test(path)) continue;
    for (const key of keysIn(text)) if (!found.has(key)) found.set(key, `src/${path}`);
  }
  const tables = [
    ...registry.map(({ summary }) => summary),
    ...typeRows().flatMap(({ summary, fields }) => [summary, ...fields.map(({ about }) => about)]),
  ];
  for (const key of tables) if (key !== '' && !found.has(key)) found.set(key, 'a table');
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The keys of the tagged templates in a text: of `phrase` and `later` one, of `noun` that of one and that of many. */
export function keysIn(text: string): string[] {
  const keys: string[] = [];
  for (const match of text.matchAll(/\b(phrase|laterPhrase|noun)`/g)) {
    const key = templateAt(text, match.index + match[0].length).key;
    if (match[1] !== 'noun') keys.push(key);
    else {
      const [one = '', many = `${one}s`] = key.split('/');
      keys.push(`{0} ${one}`, `{0} ${many}`);
    }
  }
  return keys;
}

/** Reads a template from behind its opening backtick: its key, and where it ends. */
function templateAt(text: string, start: number): { readonly key: string; readonly end: number } {
  let key = '';
  let places = 0;
  let at = start;
  while (at < text.length && text[at] !== '`') {
    if (text.startsWith('${', at)) {
      key += `{${places++}}`;
      at = endOfPlace(text, at + 2);
    } else if (text[at] === '\\') {
      key += ESCAPES.get(text[at + 1] ?? '') ?? text[at + 1];
      at += 2;
    } else key += text[at++];
  }
  return { key, end: at + 1 };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
]);

/** Where an expression in a template ends, behind its brace: strings, templates and braces in it are passed over. */
function endOfPlace(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0) {
    const character = text[at++];
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '`') at = templateAt(text, at).end;
    else if (character === "'" || character === '"') at = endOfString(text, at, character);
  }
  return at;
}

function endOfString(text: string, start: number, quote: string): number {
  let at = start;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
