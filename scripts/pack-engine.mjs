// Writes dist/scripts.br: engine, program and protocol, which the npm package has compressed together, a fifth smaller than npm
// would make them. It takes seconds, so that no build does it but the one that is packed. `load.node.ts` unpacks them.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = new URL('../dist/', import.meta.url);
/** @param {string} name */
const read = (name) => readFileSync(new URL(`${name}.js`, folder), 'utf8');
// All are functions of what modules are given; the protocol is a module as it lies there.
const scripts = [read('engine'), read('program'), `(function(exports,require,module){${read('protocol')}})`];
const text = Buffer.from(scripts.map((script) => `${script}\0`).join(''));
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
};
writeFileSync(new URL('scripts.br', folder), brotliCompressSync(text, { params }));
