import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NameQueue } from '../../src/workspace/name-queue.ts';

test('each name once, in the order they came, also while some are taken', () => {
  const queue = new NameQueue();
  const expected: number[] = [];
  const taken: number[] = [];
  for (let i = 0; i < 5000; i++) {
    const name = (i * 7919) % 3001;
    if (!expected.includes(name)) expected.push(name);
    queue.add(name);
    if (i % 3 === 0) {
      taken.push(queue.take());
      assert.equal(taken.at(-1), expected.shift());
    }
  }
  assert.equal(queue.size, expected.length);
  for (const name of expected) assert.equal(queue.take(), name);
  assert.equal(queue.take(), -1);
});

test('a queue that was cleared takes the same names again', () => {
  const queue = new NameQueue();
  for (const name of [5, 6, 5000]) queue.add(name);
  queue.clear();
  assert.equal(queue.size, 0);
  queue.add(5000);
  assert.equal(queue.take(), 5000);
});
