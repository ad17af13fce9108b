// Bundles two programs of which most is the same (the engine) so that it is there once: what both of them hold goes into a
// third file. esbuild splits modules only, and neither V8's kept code nor a worker in memory takes modules: so the chunks
// become functions in a table, and a few lines load them as `require` would.
import { readFileSync } from 'node:fs';
import esbuild from 'esbuild';

/**
 * Two programs and what both hold, as texts of CommonJS modules: each program takes the third one's exports from its
 * `require(common)`. Throws where what runs in browsers asks for more than the externals of the options.
 *
 * @param {esbuild.BuildOptions} options
 * @param {{ readonly node: string, readonly web: string, readonly common: string }} entries
 * @returns {Promise<{ readonly common: string, readonly node: string, readonly web: string }>}
 */
export async function bundleTogether(options, { node, web, common }) {
  const { outputFiles = [], metafile } = await esbuild.build({
    ...options,
    entryPoints: { node, web },
    platform: 'node',
    conditions: ['node', 'browser'],
    mainFields: ['module', 'main'],
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    write: false,
    metafile: true,
    plugins: [globalBuffer, withoutExamples],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [name(path), text]));
  const imports = new Map(
    Object.entries(metafile?.outputs ?? {}).map(([path, output]) => [name(path), output.imports]),
  );
  const ofNode = reached(imports, './node.js');
  const ofWeb = reached(imports, './web.js');
  const both = [...ofNode].filter((chunk) => ofWeb.has(chunk));
  for (const chunk of ofWeb)
    for (const { path, external } of imports.get(chunk) ?? [])
      if (external && !options.external?.includes(path)) throw new Error(`what runs in browsers asks for ${path}`);
  /** @param {Iterable<string>} chunks */
  const table = async (chunks) => {
    const rows = [...chunks].map(
      async (chunk) => `${JSON.stringify(chunk)}:${await asFunction(texts.get(chunk) ?? '')}`,
    );
    return `{${(await Promise.all(rows)).join(',')}}`;
  };
  /** @param {Set<string>} chunks @param {string} entry */
  const program = async (chunks, entry) => {
    const own = await table([...chunks].filter((chunk) => !both.includes(chunk)));
    return starts(`Object.assign(require(${JSON.stringify(common)}),${own})`, entry);
  };
  return {
    common: `module.exports=${await table(both)};`,
    node: await program(ofNode, './node.js'),
    web: await program(ofWeb, './web.js'),
  };
}

/**
 * What dns-packet asks for by this name is a global of Node, and one that the server of browsers makes before.
 *
 * @type {esbuild.Plugin}
 */
const globalBuffer = {
  name: 'global-buffer',
  setup(build) {
    build.onResolve({ filter: /^buffer$/ }, () => ({ path: 'buffer', namespace: 'global-buffer' }));
    build.onLoad({ filter: /.*/, namespace: 'global-buffer' }, () => ({ contents: 'module.exports = globalThis;' }));
  },
};

/**
 * Rows of the tables of wordings have an example, which runs as a test, and a source: no program reads them.
 *
 * @type {esbuild.Plugin}
 */
const withoutExamples = {
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

/** The name by which chunks import each other. @param {string} path */
function name(path) {
  return `./${path.slice(path.lastIndexOf('/') + 1)}`;
}

/**
 * The chunks that one leads to, itself included.
 *
 * @param {ReadonlyMap<string, readonly { readonly path: string, readonly external?: boolean }[]>} imports
 * @param {string} entry
 */
function reached(imports, entry) {
  const chunks = new Set([entry]);
  for (const chunk of chunks)
    for (const { path, external } of imports.get(chunk) ?? []) if (!external) chunks.add(name(path));
  return chunks;
}

/** A chunk as a function of what a CommonJS module has; its dynamic imports become late calls. @param {string} text */
async function asFunction(text) {
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    target: 'es2022',
    minify: true,
    supported: { 'dynamic-import': false },
  });
  return `function(exports,require,module){${code}}`;
}

/** Runs the chunk `entry` of a table. @param {string} table @param {string} entry */
function starts(table, entry) {
  return `const chunks=${table},loaded={},load=(name)=>{
if(!(name in chunks))return require(name);
if(!(name in loaded))chunks[name]((loaded[name]={exports:{}}).exports,load,loaded[name]);
return loaded[name].exports;
};module.exports=load(${JSON.stringify(entry)});`;
}
