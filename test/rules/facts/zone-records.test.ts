import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRecordsOf } from '../../../src/rules/facts/zone-records.ts';
import { Bench } from '../../support/dump.ts';

test('the records of a zone come in the order of the text, those of included files where their lines are', () => {
  const text = [
    '$TTL 60',
    'a TXT "a"',
    '$INCLUDE b',
    '$ORIGIN example.com.',
    '; c comes next',
    '',
    '$INCLUDE c',
    '$GENERATE 1-2 d$ TXT "d"',
    '$include e',
    ' TXT "a2"',
    'f TXT "f"',
    '',
  ].join('\n');
  const part = (name: string): [string, string] => [name, `${name} TXT "${name}"\n`];
  const files = new Map([['example.com', text], part('b'), part('c'), part('e')]);
  const bench = new Bench(files, [{ file: 'example.com', origin: 'example.com.' }]);
  bench.run();
  const [root] = bench.store.files.get('example.com')?.instances ?? [];
  assert.ok(root?.zone);
  const { names, records } = bench.store;
  const owners = [...allRecordsOf(root.zone)].flatMap((ids) =>
    Array.from(ids ?? [], (id) => names.labelText(records.owner[id] as number)),
  );
  assert.deepEqual(owners, ['a', 'b', 'c', 'd1', 'd2', 'e', 'a', 'f']);
});
