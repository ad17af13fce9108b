// Bundles what the extension ships. `--dev` keeps names and adds source maps, `--watch` rebuilds on change.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const dev = process.argv.includes('--dev');
const watch = process.argv.includes('--watch');
const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !dev,
  sourcemap: dev,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {esbuild.BuildOptions} */
const node = { ...shared, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };

/** A built-in of Node fails these builds: nothing resolves it on the browser platform. @type {esbuild.BuildOptions} */
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** To read it from a package.json of a quarter of a megabyte takes longer than a small check. */
const version = {
  VERSION: JSON.stringify(JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).version),
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ['src/client/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/client/client.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...node,
    entryPoints: ['src/cli/launch.node.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    define: version,
  },
  {
    ...node,
    entryPoints: ['src/cli/program.node.ts'],
    outfile: 'dist/program.js',
    define: version,
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
  },
  { ...node, entryPoints: ['src/cli/launch-server.node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['src/cli/library.node.ts'], outfile: 'dist/index.js' },
  { ...node, entryPoints: ['src/cli/ahead/rows-ahead-worker.node.ts'], outfile: 'dist/rows-ahead.js' },
  { ...browser, entryPoints: ['src/client/extension.web.ts'], outfile: 'dist/extension.web.js', external: ['vscode'] },
  { ...browser, entryPoints: ['src/client/client.web.ts'], outfile: 'dist/client.web.js', external: ['vscode'] },
  { ...browser, entryPoints: ['src/server/server.web.ts'], outfile: 'dist/server.web.js', format: 'iife' },
  // What runs in a page of the editor; the extension puts it into the page itself.
  ...['map-view', 'graph-view'].map((name) => ({
    ...browser,
    entryPoints: [`src/webview/${name}.ts`],
    outfile: `dist/${name}.js`,
    format: /** @type {const} */ ('iife'),
  })),
];

if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build({ ...bundle, write: false })));
  if (results.some((result) => result.status === 'rejected')) process.exit(1);
  mkdirSync(new URL('dist', import.meta.url), { recursive: true });
  for (const result of results) {
    if (result.status !== 'fulfilled') continue;
    for (const file of result.value.outputFiles ?? [])
      writeWhole(file.path, file.path.endsWith('program.js') ? marked(file.text) : file.contents);
  }
  // Node looks for the nearest package.json to know what a .js file is: ours is a quarter of a megabyte. No package has this one.
  writeWhole(fileURLToPath(new URL('dist/package.json', import.meta.url)), '{"type":"commonjs"}\n');
  writeWhole(fileURLToPath(new URL('dist/rule-pages.json', import.meta.url)), rulePages());
  spawnSync(process.execPath, ['scripts/code-cache.mjs', 'dist'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  chmodSync(new URL('dist/cli.js', import.meta.url), 0o755);
}

/** The pages of all rules in one file: a package of a hundred small files is larger, and slower to unpack. */
function rulePages() {
  const folder = new URL('docs/rules/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name.slice(0, -3), readFileSync(new URL(name, folder), 'utf8')])),
  );
}

/**
 * A program with a last line that tells it from all others: what V8 makes of it is kept under this line.
 *
 * @param {string} text
 */
function marked(text) {
  // esbuild leaves other characters in regular expressions.
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${ascii}// ${createHash('sha256').update(ascii).digest('hex')}\n`;
}

/**
 * An editor that loads the extension in this moment reads the old file or the new one, never half of it.
 *
 * @param {string} path
 * @param {string | Uint8Array} contents
 */
function writeWhole(path, contents) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}
