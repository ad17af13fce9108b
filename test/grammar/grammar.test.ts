import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { typeNames } from '../../src/dns/types.ts';
import { markdownGrammar, zoneGrammar } from '../../syntaxes/grammar.ts';
import { layouts } from '../../syntaxes/records.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = 'test/fixtures/grammar';

test('the scopes that the marked samples name', () => {
  run('unit.js', ['-g', 'test/grammar/markdown.tmLanguage.json', 'test/grammar/*.test.{zone,md,conf}']);
});

test('the scopes of every token of the fixtures; UPDATE=1 writes them anew', () => {
  const update = process.env.UPDATE === '1';
  for (const name of readdirSync(`${root}${fixtures}`)) {
    if (name.endsWith('.snap') || update) continue;
    assert.ok(existsSync(`${root}${fixtures}/${name}.snap`), `${name} has no snapshot`);
  }
  run('snapshot.js', [...(update ? ['-u'] : []), `${fixtures}/*.zone`]);
});

test('the grammars are what their source makes', () => {
  assert.deepEqual(json('syntaxes/dns-zone.tmLanguage.json'), plain(zoneGrammar()), 'npm run generate writes it anew');
  assert.deepEqual(json('syntaxes/markdown-dns-zone.injection.json'), plain(markdownGrammar()));
});

test('every record type that the parser knows has a layout, and only one', () => {
  const types = layouts.flatMap((layout) => layout.types);
  assert.deepEqual([...new Set(types)], types);
  assert.deepEqual(
    typeNames().filter((type) => !types.includes(type)),
    [],
  );
});

const patterns = [...strings(json('syntaxes/dns-zone.tmLanguage.json'))].flatMap(([key, pattern]) =>
  ['match', 'begin', 'end', 'while'].includes(key) ? pattern : [],
);

test('no pattern repeats a repeat in a way that can give back', () => {
  assert.ok(patterns.length > 100);
  for (const pattern of patterns) assert.doesNotMatch(pattern, /\)(?:[*+]|\{\d+,\d*\})(?!\+)/);
});

test('no pattern that asks for the last match is searched for in the whole line', () => {
  // This one matches at the next character at the latest.
  const searched = patterns.filter((pattern) => pattern !== '(?!\\G)');
  for (const pattern of searched) assert.doesNotMatch(pattern, /(?<!^|^\(\?:\^\||^\(\?:\(\?:\^\|)\\G/);
});

test('no part of the grammar is missing or unused', () => {
  const { repository, patterns } = zoneGrammar();
  const used = new Set(
    [...strings({ repository, patterns })].flatMap(([key, value]) => (key === 'include' ? value : [])),
  );
  assert.deepEqual(
    [...used].filter((name) => !(name.slice(1) in repository)),
    [],
  );
  assert.deepEqual(
    Object.keys(repository).filter((name) => !used.has(`#${name}`)),
    [],
  );
});

function run(program: string, parameters: readonly string[]): void {
  const path = `${root}node_modules/vscode-tmgrammar-test/dist/${program}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...parameters], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Every string in `value` with the key it stands under. */
function* strings(value: unknown, key = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [key, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) yield* strings(part, Array.isArray(value) ? key : name);
}
