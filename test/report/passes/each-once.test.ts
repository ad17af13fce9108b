import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownContext } from '../../../src/report/pass.ts';
import { eachOnce } from '../../../src/report/passes/each-once.ts';
import type { Shown } from '../../../src/report/shown.ts';

const start = { line: 4, character: 5 };
const range = { start, end: { line: 4, character: 8 } };

function found(relatedPath: string): Shown {
  const related = [{ path: relatedPath, range, message: 'The first record' }];
  return {
    rule: 'soa-not-first',
    severity: 'information',
    message: 'x',
    path: 'a.zone',
    range,
    related,
    primary: true,
  };
}

test('of what several instances find at a place the same one is shown in whichever order they came', () => {
  const items = [found('inside'), found('a.zone'), found('b.zone')];
  for (const [a, b, c] of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ] as const) {
    const shown = eachOnce([items[a], items[b], items[c]] as Shown[], {} as ShownContext);
    assert.deepEqual(
      shown.map(({ related }) => related.map(({ path }) => path)),
      [['a.zone']],
    );
  }
});
