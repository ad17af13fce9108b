// Writes dist/scripts.br: the engine and the program, which the npm package has compressed together, a fifth smaller than npm
// would make them. It takes seconds, so that no build does it but the one that is packed. `load.node.ts` unpacks them.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = new URL('../dist/', import.meta.url);
const text = Buffer.from(['engine', 'program'].map((name) => readFileSync(new URL(`${name}.js`, folder))).join('\0'));
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
};
writeFileSync(new URL('scripts.br', folder), brotliCompressSync(text, { params }));
