import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import esbuild from 'esbuild';
import { root } from './root.ts';

/** A suite that runs inside an extension host: where its test files are, and the host's platform. */
export interface Suite {
  /** Names the bundle: stages that run side by side write one each. */
  readonly name: string;
  readonly folder: string;
  readonly platform: 'node' | 'browser';
}

/** Bundles a suite into one module that exports `run`; gives its path. */
export async function bundleSuite(suite: Suite): Promise<string> {
  const folder = join(root, suite.folder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  if (files.length === 0) throw new Error(`${suite.folder} holds no test`);
  const outfile = join(root, '.vscode-test', 'suites', suite.name, 'index.js');
  const mocha = relative(folder, join(root, 'test/support/vscode-mocha.ts')).replaceAll('\\', '/');
  const imports = files.map((name) => `import ${JSON.stringify(`./${name}`)};`);
  const contents = [`export { runMocha as run } from ${JSON.stringify(mocha)};`, ...imports].join('\n');
  await esbuild.build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    // Not cjs: mocha's file would take the bundle's `module` for its own.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    platform: suite.platform,
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
