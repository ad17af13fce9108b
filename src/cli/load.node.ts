import { isAscii } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Program } from './program.node.ts';

/**
 * Loads the program that lies in a folder, and the engine beside it. A fourth of the time of a small check would go into
 * compiling them, so the build keeps what V8 made of each: of use to the same Node that built it, and passed over by all
 * others.
 */
export function load(folder: string): Program {
  const own = createRequire(join(folder, 'program.js'));
  const isPacked = !existsSync(join(folder, 'engine.js'));
  const withOthers = (id: string): unknown => {
    if (id === './engine.js') return loadScript(folder, 'engine', own);
    return id === './protocol.js' && isPacked ? loadScript(folder, 'protocol', own) : own(id);
  };
  return loadScript(folder, 'program', withOthers) as Program;
}

/** The scripts in the order in which they are packed (`scripts/pack-engine.mjs`). */
const PACKED = ['engine', 'program', 'protocol'] as const;
type Packed = (typeof PACKED)[number];

/** What a script of the build exports. */
function loadScript(folder: string, name: Packed, require: (id: string) => unknown): unknown {
  const filename = join(folder, `${name}.js`);
  const bytes = existsSync(filename) ? readFileSync(filename) : unpacked(folder, name, require);
  // The build leaves nothing but ASCII: half the memory, and read in no time.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const cachedData = readCache(join(folder, `${name}.cache`), source);
  const script = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) }).runInThisContext();
  const module = { exports: {} };
  script(module.exports, require, module, filename, folder);
  return module.exports;
}

let packed: Buffer | undefined;

/** The bytes of a script in the npm package, which has them compressed together, a NUL behind each. */
function unpacked(folder: string, name: Packed, require: (id: string) => unknown): Buffer {
  if (!packed) {
    const { brotliDecompressSync } = require('node:zlib') as typeof import('node:zlib');
    packed = brotliDecompressSync(readFileSync(join(folder, 'scripts.br')));
  }
  let start = 0;
  for (let before = PACKED.indexOf(name); before > 0; before--) start = packed.indexOf(0, start) + 1;
  return packed.subarray(start, packed.indexOf(0, start));
}

/** What was kept of a script that ends with the same line; undefined where nothing was, as of other builds. */
function readCache(path: string, source: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const end = bytes.indexOf(10) + 1;
  return end > 0 && source.endsWith(bytes.toString('latin1', 0, end)) ? bytes.subarray(end) : undefined;
}
