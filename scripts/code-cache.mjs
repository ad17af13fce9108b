// Keeps what V8 has made of the command line's scripts after a check of the examples (see src/cli/load.node.ts):
// `node scripts/code-cache.mjs DIST`.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// What V8 made machine code of here it would make it of at the first call in every run, before it knows that this pays.
setFlagsFromString('--no-sparkplug');
process.on('exit', () => setFlagsFromString('--sparkplug'));

const folder = resolve(process.argv[2] ?? 'dist');
const examples = fileURLToPath(new URL('../examples', import.meta.url));
process.argv = [process.argv[0] ?? '', join(folder, 'cli.js'), 'check', '--fail-on', 'none', examples];
const own = createRequire(join(folder, 'program.js'));
const engine = loadAndKeep('engine', own);
const program = /** @type {{ main?: (words: readonly string[]) => void }} */ (
  loadAndKeep('program', (id) => (id === './engine.js' ? engine : own(id)))
);
program.main?.(process.argv.slice(2));

/**
 * What a script exports; what V8 has made of it is kept when this process ends.
 *
 * @param {string} name
 * @param {(id: string) => unknown} require
 * @returns {unknown}
 */
function loadAndKeep(name, require) {
  const filename = join(folder, `${name}.js`);
  const source = readFileSync(filename, 'latin1');
  const script = new Script(source, { filename });
  process.on('exit', () => {
    const mark = Buffer.from(source.slice(source.lastIndexOf('\n', source.length - 2) + 1));
    const path = join(folder, `${name}.cache`);
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([mark, script.createCachedData()]));
    renameSync(unfinished, path);
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, filename, folder);
  return module.exports;
}
