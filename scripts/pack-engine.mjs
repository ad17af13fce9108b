// Writes dist/engine.js.br and dist/program.js.br: the npm package has them compressed, a fifth smaller than npm would make
// them. It takes seconds, so that no build does it but the one that is packed.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

for (const name of ['engine', 'program']) {
  const file = new URL(`../dist/${name}.js`, import.meta.url);
  const text = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  writeFileSync(new URL(`${name}.js.br`, file), brotliCompressSync(text, { params }));
}
