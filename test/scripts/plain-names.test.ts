import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignedLater, withPlainNames } from '../../scripts/plain-names.mjs';

/** What a chunk exports after it ran, with what others export. */
function exportsOf(text: string, others: Readonly<Record<string, unknown>> = {}): unknown {
  const chunk = { exports: {} };
  new Function('module', 'require', text)(chunk, (id: string) => others[id]);
  return chunk.exports;
}

test('names of other chunks are taken once, under the names that a chunk has for them', () => {
  const text = 'import{a as x,$ as b,c}from"./one.js";import"./two.js";var d=x+b+c;export{d as e,c as default,x};\n';
  const others = { './one.js': { a: 1, $: 2, c: 4 } };
  assert.deepEqual(exportsOf(withPlainNames(text, './main.js', new Set()), others), { e: 7, default: 4, x: 1 });
});

test('a text that is not minified is the same to it, and what looks like an import further on stays', () => {
  const text = 'import {\n  a as x\n} from "./one.js";\n\nvar d = x + \'import"./x.js";\';\nexport {\n  d as e\n};\n';
  assert.deepEqual(exportsOf(withPlainNames(text, './main.js', new Set()), { './one.js': { a: 1 } }), {
    e: '1import"./x.js";',
  });
});

test('what comes from outside, and from chunks whose names get values later, is left to esbuild', () => {
  const text = 'import p from"node:path";import{a}from"./late.js";import{b}from"./one.js";export{b};';
  const late = new Set(['./late.js', './main.js']);
  assert.equal(
    withPlainNames(text, './main.js', late),
    'import p from"node:path";import{a}from"./late.js";var{b}=require("./one.js");export{b};',
  );
});

test('what CommonJS asks for gets its names later, with what it imports, and so does what exports variables', () => {
  const asks = (path: string, kind: 'require-call' | 'import-statement' = 'import-statement') => ({ path, kind });
  const of = (format: 'esm' | 'cjs', ...imports: ReturnType<typeof asks>[]) => ({ bytes: 1, format, imports });
  const inputs = {
    'library.js': of('cjs', asks('plain.js', 'require-call'), asks('asked.ts', 'require-call')),
    'plain.js': of('cjs'),
    'asked.ts': of('esm', asks('below.ts')),
    'below.ts': of('esm'),
    'main.ts': of('esm', asks('counts.ts'), asks('still.ts')),
    'counts.ts': of('esm'),
    'still.ts': of('esm'),
  };
  const texts: Readonly<Record<string, string>> = { 'counts.ts': 'let other = 1;\nexport let count = 0;\n' };
  const later = assignedLater(inputs, (path) => texts[path] ?? 'export const still = 1;\n');
  assert.deepEqual([...later].sort(), ['asked.ts', 'below.ts', 'counts.ts']);
});
