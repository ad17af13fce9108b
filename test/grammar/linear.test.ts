import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';

// Neither has types of its own here: both come with the tool that runs the marked samples.
interface Grammar {
  tokenizeLine(line: string, state: null): { readonly tokens: readonly { readonly scopes: readonly string[] }[] };
}
interface TextMate {
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar> };
}
interface Oniguruma {
  loadWASM(bytes: ArrayBuffer): Promise<void>;
  readonly OnigScanner: new (patterns: string[]) => object;
  readonly OnigString: new (text: string) => object;
}

const require = createRequire(import.meta.url);
let grammar: Grammar;

before(async () => {
  const { Registry } = require('vscode-textmate') as TextMate;
  const { loadWASM, OnigScanner, OnigString } = require('vscode-oniguruma') as Oniguruma;
  const wasm = readFileSync(join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: async () =>
      JSON.parse(readFileSync(new URL('../../syntaxes/dns-zone.tmLanguage.json', import.meta.url), 'utf8')),
  });
  grammar = await registry.loadGrammar('source.dns-zone');
});

/** What the processor needs for a line, in milliseconds. */
function timeOf(line: string): number {
  const before = process.cpuUsage();
  grammar.tokenizeLine(line, null);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** So often a line is tried: what else the machine does only makes a time longer, so that the shortest counts. */
const MOST_RUNS = 50;

for (const [head, tail] of [
  ['$FOO ', ''],
  ['$FOO ', '\\'],
  ['x HTTPS 1 . alpn=', ''],
  ['x SVCB 1 . ', '_'],
  ['x SVCB 1 . alpn=', '\\'],
  ['x NSEC . ', '_'],
  ['x A ', '='],
  ['x FOO ', '!'],
  ['', '_'],
] as const)
  test(`a word of any length is coloured in linear time: ${head}aaa${tail}`, () => {
    const line = (length: number): string => `${head}${'a'.repeat(length)}${tail}`;
    let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // Four times the length: a quadratic one takes sixteen times as long. A millisecond is the clock's own.
    for (let run = 0; run < MOST_RUNS && (run < 5 || long >= 9 * short + 1); run++) {
      short = Math.min(short, timeOf(line(4000)));
      long = Math.min(long, timeOf(line(16_000)));
    }
    assert.ok(long < 9 * short + 1, `${short} ms and ${long} ms`);
  });
