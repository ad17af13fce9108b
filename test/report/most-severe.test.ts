import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostSevere } from '../../src/report/most-severe.ts';
import type { Level } from '../../src/rules/rule.ts';

const levelOf = (item: string): Level =>
  item.startsWith('e') ? 'error' : item.startsWith('w') ? 'warning' : item.startsWith('o') ? 'off' : 'hint';

test('all where they are few', () => {
  assert.deepEqual(mostSevere(['h1', 'e1', 'o1'], 3, { limit: 3, levelOf }), { picked: ['h1', 'e1', 'o1'], left: 0 });
});

test('the most severe of many, in their order, and how many are left', () => {
  const items = ['h1', 'w1', 'o1', 'e1', 'w2', 'e2', 'h2', 'w3'];
  assert.deepEqual(mostSevere(items, items.length, { limit: 3, levelOf }), { picked: ['e1', 'e2', 'w1'], left: 4 });
  assert.deepEqual(mostSevere(items, items.length, { limit: 1, levelOf }), { picked: ['e1'], left: 6 });
});

test('the same of items in parts of one level each', () => {
  const parts = [['h1', 'h2'], ['e1', 'e2'], ['o1', 'o2', 'o3'], ['w1', 'w2', 'w3'], ['e3']].map(
    (part) => new Set(part),
  );
  const all = parts.flatMap((part) => [...part]);
  for (const limit of [1, 2, 3, 4, 6, 7, 8, 10]) {
    const { picked, left } = mostSevere(Object.assign([...all], { parts }), all.length, { limit, levelOf });
    assert.deepEqual(picked, mostSevere(all, all.length, { limit, levelOf }).picked);
    assert.equal(left, Math.max(0, 8 - limit));
  }
  assert.deepEqual(mostSevere(Object.assign([], { parts }), 11, { limit: 4, levelOf }), {
    picked: ['e1', 'e2', 'e3', 'w1'],
    left: 4,
  });
});
