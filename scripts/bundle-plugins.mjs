// What goes into the bundles in the place of what is imported.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What dns-packet asks for by this name is a global of Node, and one that the server of browsers makes before.
 *
 * @type {import('esbuild').Plugin}
 */
export const globalBuffer = {
  name: 'global-buffer',
  setup(build) {
    build.onResolve({ filter: /^buffer$/ }, () => ({ path: 'buffer', namespace: 'global-buffer' }));
    build.onLoad({ filter: /.*/, namespace: 'global-buffer' }, () => ({ contents: 'module.exports = globalThis;' }));
  },
};

/**
 * Rows of the tables of wordings have an example, which runs as a test, and a source: no program reads them.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutExamples = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]bounce[\\/](?:letter-codes|server-wordings|languages)\.ts$/ }, ({ path }) => ({
      contents: withoutTexts(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Takes the fields `example`, `examples` and `source` of rows out of a table, as Biome lays it out. @param {string} text */
export function withoutTexts(text) {
  return text
    .replace(/^ {4}(?:example|source):\s+(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),\n/gm, '')
    .replace(/^ {4}examples: \[(?:.*\],\n|\n(?: {6}.*\n)*? {4}\],\n)/gm, '');
}

/**
 * The client's library brings two packages for what we have: minimatch for globs, and semver to ask whether the editor is
 * new enough for it, as `engines` of package.json has said already.
 *
 * @type {import('esbuild').Plugin}
 */
export const lighterLibrary = {
  name: 'lighter-library',
  setup(build) {
    const globs = fileURLToPath(new URL('../src/client/library-globs.ts', import.meta.url));
    build.onResolve({ filter: /^minimatch$/ }, () => ({ path: globs }));
    build.onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, ({ path }) => ({
      path,
      namespace: 'new-enough',
    }));
    build.onLoad({ filter: /.*/, namespace: 'new-enough' }, () => ({ contents: 'module.exports = () => true;' }));
  },
};
