import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FanOut } from '../../src/workspace/fan-out.ts';
import { Watches } from '../../src/workspace/watches.ts';

test('names wait in order, each once with its shortest way, and may come again', () => {
  const names = new FanOut();
  names.add(7, 3);
  names.add(5, 0);
  names.add(7, 1);
  names.add(7, 2);
  assert.equal(names.size, 2);
  assert.deepEqual(names.take(), { name: 7, depth: 1 });
  names.add(7, 4);
  assert.deepEqual(
    [names.take(), names.take()],
    [
      { name: 5, depth: 0 },
      { name: 7, depth: 4 },
    ],
  );
  assert.equal(names.take(), undefined);
  names.add(1, 0);
  names.clear();
  assert.equal(names.size, 0);
  assert.equal(names.take(), undefined);
});

test('a watched name has each of its keys once', () => {
  const watches = new Watches();
  assert.deepEqual([...watches.keysOf(1)], []);
  for (const key of [4, 4]) watches.add(1, key);
  assert.deepEqual([...watches.keysOf(1)], [4]);
  for (const key of [5, 4, 6]) watches.add(1, key);
  assert.deepEqual([...watches.keysOf(1)], [4, 5, 6]);
});
