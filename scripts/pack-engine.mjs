// Writes dist/engine.js.br: the npm package has the engine compressed, a fifth smaller than npm would make it. It takes seconds, so
// that no build does it but the one that is packed.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const file = new URL('../dist/engine.js', import.meta.url);
const text = readFileSync(file);
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
};
writeFileSync(new URL('engine.js.br', file), brotliCompressSync(text, { params }));
