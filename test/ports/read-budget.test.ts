import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadBudget } from '../../src/ports/read-budget.ts';

test('what does not fit is left out, and smaller files still come', () => {
  const budget = new ReadBudget({ files: 9, bytes: 100 });
  assert.equal(budget.takes('a', 60), true);
  assert.equal(budget.takes('b', 50), false);
  assert.equal(budget.takes('c', 40), true);
  assert.equal(budget.room, 0);
  assert.deepEqual([...budget.leftOut], [['b', 50]]);
});

test('a file that is read again counts once, and one that has grown may not fit any more', () => {
  const budget = new ReadBudget({ files: 9, bytes: 100 });
  budget.takes('a', 60);
  assert.equal(budget.takes('a', 90), true);
  assert.equal(budget.room, 10);
  assert.equal(budget.takes('a', 101), false);
  assert.equal(budget.room, 100);
  assert.deepEqual([...budget.leftOut.keys()], ['a']);
});

test('files that are gone make room', () => {
  const budget = new ReadBudget({ files: 9, bytes: 100 });
  budget.takes('a', 60);
  budget.takes('b', 60);
  budget.keep((path) => path !== 'a');
  assert.equal(budget.room, 100);
  budget.keep(() => false);
  assert.equal(budget.leftOut.size, 0);
});

test('with more room the files left out are tried again, with less they are not', () => {
  const budget = new ReadBudget({ files: 9, bytes: 100 });
  budget.takes('a', 160);
  assert.deepEqual(budget.limit({ files: 9, bytes: 50 }), []);
  assert.deepEqual(budget.limit({ files: 9, bytes: 200 }), ['a']);
  assert.equal(budget.takes('a', 160), true);
});

test('a file that fits by now is left out no more', () => {
  const budget = new ReadBudget({ files: 9, bytes: 100 });
  budget.takes('a', 160);
  budget.takes('a', 60);
  assert.deepEqual([...budget.leftOut], []);
});
