// Bundles the program (command line and server) and the client, each for Node and for browsers, so that what several of
// them hold is there once. esbuild splits modules only, and neither V8's kept code nor a worker in memory takes modules: so
// the chunks become functions in tables, and a few lines load them as `require` would.
import esbuild from 'esbuild';
import { globalBuffer, lighterLibrary, withoutExamples } from './bundle-plugins.mjs';
import { assignedLater, withPlainNames } from './plain-names.mjs';

/**
 * Four programs, and three tables of what several of them hold, as texts of CommonJS modules. The programs take the tables
 * from `require` of `./engine.js`, `./client-common.js` and `./protocol.js`. Throws where what runs in browsers asks for more
 * than the externals of the options.
 *
 * @param {esbuild.BuildOptions} options
 * @param {{ readonly program: string, readonly serverWeb: string, readonly client: string, readonly clientWeb: string }} entries
 */
export async function bundleTogether(options, entries) {
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    entryPoints: entries,
    platform: 'node',
    conditions: ['node', 'browser'],
    mainFields: ['module', 'main'],
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    write: false,
    metafile: true,
    plugins: [globalBuffer, lighterLibrary, withoutExamples],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [name(path), text]));
  const imports = new Map(Object.entries(metafile.outputs).map(([path, output]) => [name(path), output.imports]));
  const later = assignedLater(metafile.inputs);
  const late = new Set(
    Object.entries(metafile.outputs)
      .filter(([, { inputs }]) => Object.keys(inputs).some((path) => later.has(path)))
      .map(([path]) => name(path)),
  );
  const program = reached(imports, './program.js');
  const serverWeb = reached(imports, './serverWeb.js');
  const client = reached(imports, './client.js');
  const clientWeb = reached(imports, './clientWeb.js');
  for (const chunk of [...serverWeb, ...clientWeb])
    for (const { path, external } of imports.get(chunk) ?? [])
      if (external && !options.external?.includes(path)) throw new Error(`what runs in browsers asks for ${path}`);

  // What a check needs at once is with the engine, though clients hold a little of it too: no check loads the protocol.
  const atOnce = reached(imports, './program.js', ({ kind }) => kind !== 'dynamic-import');
  const servers = [...program, ...serverWeb];
  const protocol = new Set(
    servers.filter((chunk) => (client.has(chunk) || clientWeb.has(chunk)) && !atOnce.has(chunk)),
  );
  const common = { engine: both(program, serverWeb, protocol), clients: both(client, clientWeb, protocol) };

  /** @param {Iterable<string>} chunks */
  const table = async (chunks) => {
    const rows = [...chunks].map(
      async (chunk) =>
        `${JSON.stringify(chunk)}:${await asFunction(withPlainNames(texts.get(chunk) ?? '', chunk, late))}`,
    );
    return `{${(await Promise.all(rows)).join(',')}}`;
  };
  /** @param {Iterable<string>} chunks */
  const exported = async (chunks) => `module.exports=${await table(chunks)};`;
  /** @param {ReadonlySet<string>} chunks @param {'engine' | 'clients'} kind @param {string} entry */
  const runs = async (chunks, kind, entry) => {
    const own = [...chunks].filter((chunk) => !common[kind].has(chunk) && !protocol.has(chunk));
    const others = [kind === 'engine' ? './engine.js' : './client-common.js', './protocol.js'];
    return starts(await table(own), others, entry);
  };
  return {
    protocol: await exported(protocol),
    engine: await exported(common.engine),
    clientCommon: await exported(common.clients),
    program: await runs(program, 'engine', './program.js'),
    serverWeb: await runs(serverWeb, 'engine', './serverWeb.js'),
    client: await runs(client, 'clients', './client.js'),
    clientWeb: await runs(clientWeb, 'clients', './clientWeb.js'),
  };
}

/**
 * What two programs hold, and others do not.
 *
 * @param {ReadonlySet<string>} one
 * @param {ReadonlySet<string>} two
 * @param {ReadonlySet<string>} others
 */
function both(one, two, others) {
  return new Set([...one].filter((chunk) => two.has(chunk) && !others.has(chunk)));
}

/** The name by which chunks import each other. @param {string} path */
function name(path) {
  return `./${path.slice(path.lastIndexOf('/') + 1)}`;
}

/**
 * The chunks that one leads to, itself included.
 *
 * @typedef {{ readonly path: string, readonly kind: string, readonly external?: boolean }} Import
 * @param {ReadonlyMap<string, readonly Import[]>} imports
 * @param {string} entry
 * @param {(one: Import) => boolean} follows
 */
function reached(imports, entry, follows = () => true) {
  const chunks = new Set([entry]);
  for (const chunk of chunks)
    for (const one of imports.get(chunk) ?? []) if (!one.external && follows(one)) chunks.add(name(one.path));
  return chunks;
}

/** What takes Node milliseconds to load, and small checks do without: loaded when something of it is called for. */
const LATE = ['child_process', 'crypto', 'dgram', 'dns', 'net', 'os', 'worker_threads'].map((name) => `node:${name}`);
/** Such a module is taken by names only: as a whole it would be looked through at once. */
const TAKEN_WHOLE = new RegExp(`\\bimport(?: [\\w$]|\\*)[^"]*"(?:${LATE.join('|')})"`);

/** A chunk as a function of what a CommonJS module has; its dynamic imports become late calls. @param {string} text */
async function asFunction(text) {
  const [whole] = TAKEN_WHOLE.exec(text) ?? [];
  if (whole) throw new Error(`take this by names: ${whole}`);
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    target: 'es2022',
    minify: true,
    supported: { 'dynamic-import': false },
  });
  return `function(exports,require,module){${code}}`;
}

/**
 * A program that runs the chunk `entry` of a table. Each other table is loaded once, in their order, when a chunk is wanted
 * that none before it holds.
 *
 * @param {string} table
 * @param {readonly string[]} others what `require` knows the other tables by
 * @param {string} entry
 */
export function starts(table, others, entry) {
  return `const tables=[${table}],others=${JSON.stringify(others)},loaded={},find=(name)=>{
for(;;tables.push(require(others.shift())))for(const chunks of tables)if(name in chunks)return chunks[name];
},late=(name,known)=>new Proxy({},{get:(_,key)=>(known??=require(name))[key]}),load=(name)=>{
if(!name.startsWith("./"))return${JSON.stringify(LATE)}.includes(name)?late(name):require(name);
if(!(name in loaded))find(name)((loaded[name]={exports:{}}).exports,load,loaded[name]);
return loaded[name].exports;
};module.exports=load(${JSON.stringify(entry)});`;
}
