import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { TO_BE_WRITTEN } from '../../scripts/rule-template.ts';
import { registry, ruleOf } from '../../src/rules/registry.ts';

const RULES = new URL('../../src/rules/', import.meta.url);
/** Folders that hold no rules. */
const ROOMS = new Set(['engine', 'facts', 'fixes']);
/** What is found while texts are read has no code: these rules are rows of one table. */
const TABLE = 'text/text-rules.ts';
const IDS_OF_TABLE = /\bid: '([a-z0-9-]+)'/g;

const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && path.includes('/') && !ROOMS.has(path.split('/', 1)[0] ?? ''))
  .sort();
const read = (path: string): string => readFileSync(new URL(path, RULES), 'utf8');

test('the families hold rules and nothing else, each file with the id of its rule', () => {
  for (const path of files) {
    if (path === TABLE) continue;
    const id = basename(path, '.ts');
    const ids = [...read(path).matchAll(/^ {2}id: (?:'([a-z0-9-]+)'|ID),$/gm)].map(([, found]) => found ?? id);
    assert.deepEqual(ids, [id], `${path} is to hold the rule ${id}, and no other`);
    assert.ok(ruleOf(id), `${path}: the rule stands in no line of src/rules/registry.ts`);
  }
});

test('each rule stands once in the registry, and in a file of its own or in the table of texts', () => {
  const ids = registry.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
  const inTable = [...read(TABLE).matchAll(IDS_OF_TABLE)].map(([, id]) => id);
  const inFiles = new Set([...inTable, ...files.map((path) => basename(path, '.ts'))]);
  assert.deepEqual(
    ids.filter((id) => !inFiles.has(id)),
    [],
  );
});

test('nothing of a new rule is left to be written', () => {
  const folders = ['../../src/rules/', '../../docs/rules/', '../../test/rules/'];
  const left = folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    return readdirSync(url, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|md)$/.test(path) && readFileSync(new URL(path, url), 'utf8').includes(TO_BE_WRITTEN))
      .map((path) => `${folder.slice(6)}${path.replaceAll('\\', '/')}`);
  });
  assert.deepEqual(left, [], `"${TO_BE_WRITTEN}" stands where something is to be written`);
});
