import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NameTable } from '../../src/dns/name-table.ts';
import { AbsentNames } from '../../src/workspace/absent-names.ts';

test('absent names are found from the names above them', () => {
  const names = new NameTable();
  const com = names.childText(0, 'com');
  const zone = names.childText(com, 'example');
  const www = names.childText(zone, 'www');
  const deep = names.childText(names.childText(zone, 'a'), 'b');
  const other = names.childText(com, 'other');
  const absent = new AbsentNames(names);
  for (const name of [www, deep, other, www, zone]) absent.add(name);
  const below = (name: number): number[] => [...absent.atOrBelow(name)].sort((a, b) => a - b);
  assert.deepEqual(below(www), [www]);
  assert.deepEqual(below(names.parent(deep)), [deep]);
  assert.deepEqual(
    below(zone),
    [zone, www, deep].sort((a, b) => a - b),
  );
  assert.deepEqual(
    below(0),
    [zone, www, deep, other].sort((a, b) => a - b),
  );
  assert.deepEqual(below(names.childText(www, 'x')), []);
});
