import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Program } from './program.node.ts';

/**
 * Loads the program that lies in a folder. A fourth of the time of a small check would go into compiling it, so the build
 * keeps what V8 made of it: of use to the same Node that built it, and passed over by all others.
 */
export function load(folder: string): Program {
  const filename = join(folder, 'program.js');
  const bytes = readFileSync(filename);
  // The build leaves nothing but ASCII: half the memory, and read in no time.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const cachedData = readCache(join(folder, 'program.cache'), source);
  const program = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) }).runInThisContext();
  const module = { exports: {} };
  program(module.exports, createRequire(filename), module, filename, folder);
  return module.exports as Program;
}

/** What was kept of a program that ends with the same line; undefined where nothing was, as of other builds. */
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
