import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importsOf, readSources } from '../../scripts/layers.ts';
import { passes } from '../../src/report/passes.ts';
import { registry } from '../../src/rules/registry.ts';

const root = new URL('../..', import.meta.url);
const all: readonly { readonly name: string; readonly about: string; readonly run: { readonly name: string } }[] =
  Object.values(passes).flat();
const names = new Set(all.map(({ name }) => name));

test('ARCHITECTURE lists the passes of the report in their order', () => {
  const url = new URL('ARCHITECTURE.md', root);
  const text = readFileSync(url, 'utf8');
  const [before, rest = ''] = text.split('<!-- passes -->\n', 2);
  const [listed, after] = rest.split('<!-- /passes -->\n', 2);
  assert.ok(after !== undefined, 'ARCHITECTURE has its place for the passes');
  if (process.env.UPDATE === '1' && listed !== listOfPasses())
    writeFileSync(url, `${before}<!-- passes -->\n${listOfPasses()}<!-- /passes -->\n${after}`);
  else assert.equal(listed, listOfPasses(), 'UPDATE=1 writes the list anew');
});

test('each pass is a file of its own, and each file is a pass', () => {
  const files = readdirSync(new URL('src/report/passes', root)).map((name) => name.replace(/\.ts$/, ''));
  assert.deepEqual(files.sort(), [...names].sort());
  for (const { name, run } of all) {
    const text = readFileSync(new URL(`src/report/passes/${name}.ts`, root), 'utf8');
    const functions = [...text.matchAll(/^export (?:function|const|class) (\w+)/gm)].map(([, id]) => id);
    assert.deepEqual(functions, [run.name], name);
  }
});

test('the report knows no rule by its id: what it asks of one is metadata', () => {
  const faults: string[] = [];
  for (const { path, text } of readSources(fileURLToPath(new URL('.', root)))) {
    if (!path.startsWith('report/')) continue;
    for (const id of idsIn(text)) faults.push(`${path}: ${id}`);
  }
  assert.deepEqual(faults, []);
});

test('an id is found as a word of its own, and as its beginning, but not in an import', () => {
  assert.deepEqual(idsIn("import { a } from '../rules/pairs/ptr-missing.ts';\nconst a = 'ptr-missingx';\n"), []);
  assert.deepEqual(idsIn("if (rule === 'ptr-missing') return;\n"), ['ptr-missing']);
  assert.deepEqual(idsIn('// ptr-missing\n'), ['ptr-missing']);
  assert.deepEqual(idsIn('const rule = `configuration-$' + '{kind}`;\n'), ['configuration-']);
  assert.equal(importsOf("import { a } from './b.ts';\n").length, 1);
});

function idsIn(text: string): string[] {
  const code = text.replace(/^\s*(?:import|export)\b[^;]*?\bfrom\s*'[^']*';/gm, '');
  const whole = registry.map(({ id }) => id).filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(code));
  const begun = [...code.matchAll(/['"`]((?:[a-z0-9]+-)+)(?:['"`]|\$\{)/g)].map(([, start = '']) => start);
  return [...whole, ...begun.filter((start) => registry.some(({ id }) => id.startsWith(start)))];
}

/** The passes as ARCHITECTURE has them: a table in their order. */
function listOfPasses(): string {
  const rows = Object.entries(passes).flatMap(([stage, list]: readonly [string, typeof all]) =>
    list.map(({ name, about }) => `| \`${stage}\` | \`${name}\` | ${about} |\n`),
  );
  return `| stage | pass | |\n|---|---|---|\n${rows.join('')}`;
}
