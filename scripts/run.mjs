// `node scripts/run.mjs NAME ARGUMENTS` runs scripts/NAME.ts on a fresh clone too: it installs the packages first.
// Plain JavaScript: it runs before anything is installed.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureModules } from './modules.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const root = dirname(scripts);
const name = process.argv[2];
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node 20 or later is needed, this is ${process.version}`);
  process.exit(1);
}
if (!name) {
  console.error('usage: node scripts/run.mjs NAME [ARGUMENTS]');
  process.exit(2);
}
ensureModules(root);
process.chdir(root);
// The loader for TypeScript, whose package has no types.
await import(/** @type {string} */ ('tsx'));
const script = join(scripts, `${name}.ts`);
process.argv.splice(1, 2, script);
await import(pathToFileURL(script).href);
