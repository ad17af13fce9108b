// Chunks that take what others export as it is, where esbuild would ask two getters at each use.
import { readFileSync } from 'node:fs';

/** Imports of other chunks, at the start of a chunk. */
const IMPORTS = /^(?:\s*import\b[^"(]*"[^"]+";)*/;
const IMPORT = /import\s*(?:(\{[^}]*\})\s*from\s*)?("\.\/[^"]+");/g;
const EXPORTS = /\bexport\s*\{([^{}]*)\};\s*$/;

/**
 * A chunk that takes the names of other chunks as they are once those have run. What is read of each record, as the code of
 * a type, stands in another chunk. Those of `late` keep their getters, and are asked by them.
 *
 * @param {string} text a chunk as esbuild writes it: imports first, one list of exports last
 * @param {string} chunk
 * @param {ReadonlySet<string>} late
 */
export function withPlainNames(text, chunk, late) {
  const head = IMPORTS.exec(text)?.[0] ?? '';
  const imports = head.replace(IMPORT, (whole, /** @type {string | undefined} */ names, /** @type {string} */ path) => {
    if (late.has(JSON.parse(path))) return whole;
    return names === undefined ? `require(${path});` : `var${names.replaceAll(' as ', ':')}=require(${path});`;
  });
  const body = text.slice(head.length);
  if (late.has(chunk)) return imports + body;
  const exported = (/** @type {string} */ names) => names.replaceAll(/([\w$]+) as ([\w$]+)/g, '$2:$1');
  return imports + body.replace(EXPORTS, (_, /** @type {string} */ names) => `module.exports={${exported(names)}};`);
}

/**
 * Modules whose names may get other values after they have run: those that say so, and those that CommonJS asks for, with all
 * that they import, as esbuild runs them when they are asked for.
 *
 * @param {import('esbuild').Metafile['inputs']} inputs
 * @param {(path: string) => string} read
 */
export function assignedLater(inputs, read = (path) => readFileSync(path, 'utf8')) {
  const isModule = (/** @type {string} */ path) => inputs[path]?.format === 'esm';
  const required = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ kind, path }) => kind === 'require-call' && isModule(path)),
  );
  const later = new Set(required.map(({ path }) => path));
  for (const path of later) for (const { path: needed } of inputs[path]?.imports ?? []) later.add(needed);
  for (const path of Object.keys(inputs))
    if (isModule(path) && /^export (?:let|var) /m.test(read(path))) later.add(path);
  return later;
}
