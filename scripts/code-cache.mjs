// Keeps what V8 has made of the command line's program after a check of the examples (see src/cli/launch.node.ts):
// `node scripts/code-cache.mjs DIST`.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const folder = resolve(process.argv[2] ?? 'dist');
const filename = join(folder, 'program.js');
const source = readFileSync(filename, 'latin1');
const script = new Script(source, { filename });
const examples = fileURLToPath(new URL('../examples', import.meta.url));
process.argv = [process.argv[0] ?? '', join(folder, 'cli.js'), 'check', '--fail-on', 'none', examples];
process.on('exit', () => {
  const mark = Buffer.from(source.slice(source.lastIndexOf('\n', source.length - 2) + 1));
  const path = join(folder, 'program.cache');
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([mark, script.createCachedData()]));
  renameSync(unfinished, path);
});
/** @type {{ exports: { main?: (words: readonly string[]) => void } }} */
const main = { exports: {} };
script.runInThisContext()(main.exports, createRequire(filename), main, filename, folder);
main.exports.main?.(process.argv.slice(2));
