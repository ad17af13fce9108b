// Bundles what the extension ships. `--dev` keeps names and adds source maps, `--watch` rebuilds on change.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { minify } from 'terser';
import { bundleTogether } from './scripts/chunks.mjs';

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
  {
    ...node,
    entryPoints: ['src/cli/launch.node.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    define: version,
  },
  { ...node, entryPoints: ['src/cli/launch-server.node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['src/cli/library.node.ts'], outfile: 'dist/index.js' },
  { ...node, entryPoints: ['src/cli/ahead/rows-ahead-worker.node.ts'], outfile: 'dist/rows-ahead.js' },
  { ...browser, entryPoints: ['src/client/extension.web.ts'], outfile: 'dist/extension.web.js', external: ['vscode'] },
  // What runs in a page of the editor; the extension puts it into the page itself.
  ...['map-view', 'graph-view'].map((name) => ({
    ...browser,
    entryPoints: [`src/webview/${name}.ts`],
    outfile: `dist/${name}.js`,
    format: /** @type {const} */ ('iife'),
  })),
];

/** What Node wraps a module in: these programs are loaded by few lines of our own, with what V8 kept of them. */
const wrapper = { banner: '(function (exports, require, module, __filename, __dirname) {', footer: '})' };

/** What shares tables of what they have in common (see scripts/chunks.mjs): for an editor, what starts once there is a zone. */
const programs = {
  program: 'src/cli/program.node.ts',
  serverWeb: 'src/server/server.web.ts',
  client: 'src/client/client.node.ts',
  clientWeb: 'src/client/client.web.ts',
};
const ofEditor = { external: ['vscode'] };

/** For developers each of these is one bundle with its source map, and what they have in common is empty. @type {esbuild.BuildOptions[]} */
const wholeBundles = [
  { ...node, entryPoints: [programs.program], outfile: 'dist/program.js', define: version, ...wrapping() },
  { ...browser, entryPoints: [programs.serverWeb], outfile: 'dist/server.web.js', ...wrapping() },
  { ...node, ...ofEditor, entryPoints: [programs.client], outfile: 'dist/client.js' },
  { ...browser, ...ofEditor, entryPoints: [programs.clientWeb], outfile: 'dist/client.web.js' },
];

mkdirSync(new URL('dist', import.meta.url), { recursive: true });
writeFile('rules.md', rulePages());
// Node looks for the nearest package.json to know what a .js file is, and would read ours. No package has this one.
writeFile('package.json', '{"type":"commonjs"}\n');
if (dev) {
  bundles.push(...wholeBundles);
  writeFile('engine.js', `${wrapper.banner}${wrapper.footer}\n`);
  writeFile('client-common.js', '');
  writeFile('protocol.js', '');
}

if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const together = dev ? [] : [writePrograms()];
  const results = await Promise.allSettled([
    ...bundles.map((bundle) => esbuild.build({ ...bundle, write: false })),
    ...together,
  ]);
  for (const result of results) if (result.status === 'rejected') console.error(result.reason.message);
  if (results.some((result) => result.status === 'rejected')) process.exit(1);
  for (const result of results)
    if (result.status === 'fulfilled')
      for (const file of result.value?.outputFiles ?? []) writeWhole(file.path, file.contents);
  spawnSync(process.execPath, ['scripts/code-cache.mjs', 'dist'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  chmodSync(new URL('dist/cli.js', import.meta.url), 0o755);
}

async function writePrograms() {
  const texts = await bundleTogether({ ...shared, ...ofEditor, define: version }, programs);
  // What V8 kept of a program is kept under its last line, whose length leaves that where V8 takes it as it lies: it copies
  // what does not begin at a multiple of 8 bytes.
  const [engine, program] = [await renamed(texts.engine), await withoutDead(texts.program)];
  const hash = createHash('sha256').update(engine).update(program).digest('hex');
  const mark = `// ${hash.slice(0, 60)}\n`;
  writeFile('engine.js', wrapped(engine) + mark);
  writeFile('program.js', wrapped(program) + mark);
  writeFile('server.web.js', wrapped(await withoutDead(texts.serverWeb)));
  writeFile('protocol.js', await withoutDead(texts.protocol));
  writeFile('client-common.js', await withoutDead(texts.clientCommon));
  writeFile('client.js', texts.client);
  writeFile('client.web.js', texts.clientWeb);
}

/**
 * A tenth of the protocol's libraries is dead, and esbuild does not find it; of our own programs a twentieth can be shorter.
 *
 * @param {string} text
 */
function withoutDead(text) {
  return minified(text, { passes: 2 });
}

/** The same code with names that pack better: a fiftieth of the engine. What it does stays as esbuild left it. @param {string} text */
function renamed(text) {
  return minified(text, false);
}

/**
 * @param {string} text
 * @param {import('terser').CompressOptions | false} compress
 */
async function minified(text, compress) {
  const { code } = await minify(text, { ecma: 2020, compress });
  return `${code}\n`;
}

/** @param {string} text */
function wrapped(text) {
  // esbuild leaves other characters than ASCII in regular expressions: a text without any takes half the memory.
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${wrapper.banner}${ascii}${wrapper.footer}\n`;
}

function wrapping() {
  return { banner: { js: wrapper.banner }, footer: { js: wrapper.footer } };
}

/** The index and the pages of all rules in one file (see src/shared/rule-pages.ts): links lead to the anchors in it. */
function rulePages() {
  // What nearly all pages say in the same words stands once, at the top.
  const settings =
    /\n## Settings\n\n`zonewright\.rules\.[\w-]+` sets the severity: `error`, `warning`, `information`, `hint` or `off`\. A comment `; zonewright-disable-line [\w-]+ -- reason` silences one line\.\n(?=\n|$)/;
  const folder = new URL('docs/rules/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const pages = names.sort().map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replace(settings, '');
    return `<a id="${name.slice(0, -3)}"></a>\n\n${text.replaceAll(/\]\(([a-z0-9-]+)\.md\)/g, '](#$1)')}`;
  });
  return pages.join('\n');
}

/**
 * A file of dist/.
 *
 * @param {string} name
 * @param {string} text
 */
function writeFile(name, text) {
  writeWhole(fileURLToPath(new URL(`dist/${name}`, import.meta.url)), text);
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
