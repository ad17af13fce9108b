import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageReadme } from './package-readme.ts';
import { root } from './root.ts';

/** The files of the npm package besides package.json: what `.npmignore` leaves in, and what npm always takes. */
export const npmFiles: readonly string[] = [
  'dist/cli.js',
  'dist/index.js',
  'dist/rows-ahead.js',
  'dist/rules.md',
  'dist/scripts.br',
  'dist/server.js',
  'types/index.d.ts',
  'man/zonewright.1',
  'completions/zonewright.bash',
  'completions/_zonewright',
  'completions/zonewright.fish',
  'schemas/zonewright.schema.json',
  'THIRD-PARTY-NOTICES.md',
  'README.md',
  'LICENSE',
];

/** Fields of the manifest that are the same for the editor and for npm. */
const SHARED = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'bugs',
  'homepage',
  'repository',
  'bin',
  'man',
  'types',
  'exports',
] as const;

/** The manifest of the npm package: the editor's one speaks of views and menus, and has no `files`, as vsce takes none. */
export function npmManifest(): Record<string, unknown> {
  const own: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const english: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  const shared = Object.fromEntries(SHARED.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])));
  return {
    ...shared,
    description: english.description,
    engines: { node: (own.engines as { readonly node: string }).node },
    main: './dist/index.js',
    files: npmFiles.filter((file) => file !== 'README.md' && file !== 'LICENSE'),
  };
}

/** Lays the npm package out in a folder, for `npm pack` or `npm publish` there. */
export function layOutNpmPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'scripts', 'pack-engine.mjs')]);
  for (const file of npmFiles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  writeFileSync(join(folder, 'README.md'), packageReadme());
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(npmManifest(), undefined, 2)}\n`);
}
