import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';

/** A source file: its path below src with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const syntaxAndBelow = ['text', 'dns', 'ports', 'syntax'];
const zoneAndBelow = [...syntaxAndBelow, 'zone'];
const configAndBelow = [...zoneAndBelow, 'config'];
const workspaceAndBelow = [...configAndBelow, 'workspace', 'generic'];
const editsAndBelow = [...workspaceAndBelow, 'edits'];
const rulesAndBelow = [...editsAndBelow, 'rules'];
const featuresAndBelow = [...rulesAndBelow, 'features'];

/** For each folder of src, the folders that it may import besides itself. */
const mayImport = new Map<string, readonly string[]>([
  ['text', []],
  ['dns', ['text']],
  ['ports', ['text']],
  ['shared', []],
  ['generic', ['text', 'dns']],
  ['syntax', ['text', 'dns', 'ports']],
  ['zone', syntaxAndBelow],
  ['config', zoneAndBelow],
  ['workspace', configAndBelow.concat('generic')],
  ['edits', workspaceAndBelow],
  ['rules', editsAndBelow],
  ['features', rulesAndBelow],
  ['server', [...featuresAndBelow, 'shared']],
  ['cli', [...featuresAndBelow, 'shared', 'server']],
  ['client', ['shared']],
]);

/** For each package, the folders that may import it. */
const packageHomes = new Map<string, readonly string[]>([
  ['vscode', ['client']],
  ['vscode-languageclient', ['client']],
  ['vscode-languageserver', ['server']],
  ['dns-zonefile', ['edits', 'features', 'cli']],
  ['diff', ['cli']],
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

function faultOf(path: string, specifier: string): string | undefined {
  const layer = path.split('/')[0] ?? '';
  if (!mayImport.has(layer)) return `the folder ${layer} is no layer that scripts/layers.ts knows`;
  if (specifier.startsWith('.')) return relativeFaultOf(path, layer, specifier);
  const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/')[0] ?? '');
  if (specifier.startsWith('node:') || builtinModules.includes(name)) {
    return path.endsWith('.node.ts') ? undefined : `${specifier} is Node's own; only *.node.ts files import those`;
  }
  const homes = packageHomes.get(name);
  if (!homes) return `${name} is a package that scripts/layers.ts does not know`;
  return homes.includes(layer) ? undefined : `${name} is imported in ${homes.join(', ')} only`;
}

function relativeFaultOf(path: string, layer: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const targetLayer = target.split('/')[0] ?? '';
  if (target.startsWith('..')) return `${specifier} leads out of src`;
  if (targetLayer !== layer && !mayImport.get(layer)?.includes(targetLayer)) {
    return `${layer} does not import ${targetLayer} (${specifier})`;
  }
  for (const host of ['.node.ts', '.web.ts']) {
    if (target.endsWith(host) && !path.endsWith(host)) return `only *${host} files import ${specifier}`;
  }
  return undefined;
}
