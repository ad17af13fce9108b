import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';

/** A source file: its path below src with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Rooms that many may import: each with what lies below it. */
const values = ['text', 'dns'];
const reading = [...values, 'ports', 'syntax', 'syntax/rdata'];
const zoneAndBelow = [...reading, 'zone', 'config', 'generic'];
const workspaceAndBelow = [...zoneAndBelow, 'mail', 'workspace'];
const editsAndBelow = [...workspaceAndBelow, 'project', 'edits', 'edits/meant'];
const factsAndBelow = [...editsAndBelow, 'rules', 'rules/facts'];
const fixesAndBelow = [...factsAndBelow, 'rules/fixes'];
const rulesAndBelow = [...fixesAndBelow, 'rules/engine'];
const settingsAndBelow = [...rulesAndBelow, 'settings'];
const reportAndBelow = [...settingsAndBelow, 'report'];

/** The folders below src/rules that are no families of rules. */
const RULE_ROOMS = new Set(['engine', 'facts', 'fixes']);
/** Any other folder below src/rules: rules and nothing else. */
const FAMILY = 'rules/FAMILY';

/** For each room of src, the rooms that it may import besides itself. A new room stands here, with what it may import and why. */
const mayImport = new Map<string, readonly string[]>([
  ['text', []],
  // What people read, in their language: it knows nothing, and all may say something (EVERYWHERE).
  ['language', []],
  ['dns', ['text']],
  // What the wire holds is named as everywhere: types have one home.
  ['ports', values],
  ['shared', []],
  ['generic', values],
  // What servers say is judged without files: who compares it with the held zones stands above.
  ['live', [...values, 'generic', 'ports']],
  // What a rejection says is told from its text alone; that it holds no zone keeps it usable wherever there is a paste.
  ['bounce', [...values, 'generic']],
  // One layer: the table of record types reads tokens, and the header is read by the table.
  // What the texts of mail records say: of no zone, so that a worker can read them too.
  ['mail', values],
  ['syntax', [...values, 'ports', 'syntax/rdata']],
  ['syntax/rdata', [...values, 'syntax']],
  ['zone', reading],
  ['config', reading],
  ['workspace', [...zoneAndBelow, 'mail']],
  ['project', workspaceAndBelow],
  // One layer: what was meant is read from rows, and where a record goes depends on what was meant.
  ['edits', [...workspaceAndBelow, 'edits/meant']],
  ['edits/meant', [...workspaceAndBelow, 'edits']],
  // The registry alone knows the families; rule.ts names what rules are given, some of it in words of facts.
  ['rules', [...editsAndBelow, 'rules/facts', FAMILY]],
  ['rules/facts', [...editsAndBelow, 'rules']],
  ['rules/fixes', factsAndBelow],
  [FAMILY, fixesAndBelow],
  ['rules/engine', factsAndBelow],
  // The settings of the layout are those that the formatter takes.
  ['settings', [...rulesAndBelow, 'format']],
  // It makes some findings itself, of the file as a whole: it takes their rules for that.
  ['report', [...settingsAndBelow, FAMILY]],
  // A picture of what the rules know, drawn alike in the editor and on the command line: `shared` has the signs and colours.
  ['map', [...rulesAndBelow, 'shared']],
  // It asks single rules whether servers refuse a zone for them.
  ['compile', [...reportAndBelow, FAMILY]],
  // Zones are compared as a server loads them, for the command line and for editors.
  ['compare', [...reportAndBelow, 'compile', 'shared']],
  ['format', editsAndBelow],
  // What is said of a map's cells has the words that the map has: they stand in shared.
  ['features', [...reportAndBelow, 'bounce', 'live', 'format', 'map', 'shared']],
  // Actions that belong to a rule name it.
  ['server', [FAMILY, ...reportAndBelow, 'bounce', 'live', 'format', 'features', 'compare', 'map', 'shared']],
  // Rows are read ahead in a second thread, which knows texts only.
  ['cli/ahead', reading],
  [
    'cli',
    [
      ...reportAndBelow,
      'bounce',
      'live',
      'format',
      'map',
      'features',
      'compile',
      'compare',
      'server',
      'cli/ahead',
      'shared',
    ],
  ],
  // Its library matches paths by our globs.
  ['client', ['shared', 'text']],
  // What runs in a page of the editor: it knows what is sent to it, and how a map is laid out.
  ['webview', ['shared']],
]);

/** The room that all may import. */
const EVERYWHERE = 'language';

/** For each package, the folders that may import it. */
const packageHomes = new Map<string, readonly string[]>([
  ['vscode', ['client']],
  ['vscode-languageclient', ['client']],
  ['vscode-languageserver', ['server']],
  ['dns-zonefile', ['edits', 'features', 'cli']],
  ['diff', ['cli']],
  ['dns-packet', ['ports']],
  ['buffer', ['server']],
  ['@noble/hashes', ['dns', 'rules']],
]);

/** Says of each import that points the wrong way what is wrong with it; nothing where the layers hold. */
export function layerFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text)
      .map((specifier) => faultOf(file.path, specifier))
      .filter((fault) => fault !== undefined)
      .map((fault) => `src/${file.path}: ${fault}`),
  );
}

/** All TypeScript files below the folder `src` of `root`. */
export function readSources(root: string): SourceFile[] {
  const src = join(root, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({
      path: relative(src, join(src, name)).split(sep).join('/'),
      text: readFileSync(join(src, name), 'utf8'),
    }));
}

/**
 * The module names that a file imports, types included: `import` and `export ... from` where a statement begins, `import()` anywhere.
 * Comments count for nothing.
 */
export function importsOf(text: string): string[] {
  const code = text.replace(/^\s*\/\/.*$/gm, '').replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
  const statements = code.matchAll(/^[ \t]*(?:import|export)\b(?:[^;'"`]*?\bfrom)?\s*['"]([^'"]+)['"]/gm);
  const calls = code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g);
  return [...statements, ...calls].flatMap((match) => match[1] ?? []);
}

/** What to do where the check finds something. */
export const WHAT_TO_DO =
  'Imports point down, from a room to one below it (ARCHITECTURE.md, "Folders"). Move what both files need to a room below ' +
  'both; where the arrow itself is right, add it to scripts/layers.ts, with its reason.';

function faultOf(path: string, specifier: string): string | undefined {
  const room = roomOf(path);
  if (!mayImport.has(room)) return `the folder ${room} is no layer that scripts/layers.ts knows`;
  if (specifier.startsWith('.')) return relativeFaultOf(path, room, specifier);
  const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/')[0] ?? '');
  // `buffer/` is the package of that name, and not what Node has.
  if (specifier.startsWith('node:') || (builtinModules.includes(name) && !specifier.endsWith('/'))) {
    return path.endsWith('.node.ts') ? undefined : `${specifier} is Node's own; only *.node.ts files import those`;
  }
  const homes = packageHomes.get(name);
  if (!homes) return `${name} is a package that scripts/layers.ts does not know`;
  const [layer = ''] = room.split('/');
  return homes.includes(layer) ? undefined : `${name} is imported in ${homes.join(', ')} only`;
}

/** The room of a file: its folder below src, or the longest part of it that is a room; all families of rules are one. */
function roomOf(path: string): string {
  const folder = posix.dirname(path);
  const [layer = '', below] = folder.split('/');
  if (layer === 'rules' && below !== undefined && !RULE_ROOMS.has(below)) return FAMILY;
  for (let room = folder; room.includes('/'); room = posix.dirname(room)) if (mayImport.has(room)) return room;
  return layer;
}

function relativeFaultOf(path: string, room: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const targetRoom = roomOf(target);
  if (target.startsWith('..')) return `${specifier} leads out of src`;
  if (room === FAMILY && targetRoom === FAMILY) {
    const [own, other] = [path, target].map((one) => posix.basename(posix.dirname(one)));
    if (own !== other)
      return `the rules of ${own} do not import those of ${other} (${specifier}): what both need is in rules/facts`;
  } else if (targetRoom !== room && targetRoom !== EVERYWHERE && !mayImport.get(room)?.includes(targetRoom)) {
    return `${room} does not import ${targetRoom} (${specifier})`;
  }
  for (const host of ['.node.ts', '.web.ts']) {
    if (target.endsWith(host) && !path.endsWith(host)) return `only *${host} files import ${specifier}`;
  }
  return undefined;
}
