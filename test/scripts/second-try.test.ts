import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesTwice, stageTwice } from '../../scripts/second-try.ts';
import type { FilesTally } from '../../scripts/test-reporter.mts';

const good = { passed: 3, failed: 0, failing: {} };
const bad = { passed: 5, failed: 1, failing: { 'b.test.ts': { passed: 2, failed: 1 } } };

/** Runs two files whose runs give these tallies; says which files each run had, what was logged, and the sum. */
async function outcome(...tallies: FilesTally[]) {
  const runs: (readonly string[])[] = [];
  const lines: string[] = [];
  const run = async (files: readonly string[]) => {
    runs.push(files);
    return tallies.shift() ?? assert.fail('a third run');
  };
  const { passed, failed } = await filesTwice(['a.test.ts', 'b.test.ts'], run, (line) => lines.push(line));
  return { runs, lines, tally: { passed, failed } };
}

test('the files that failed run once more, and the second time counts', async () => {
  assert.deepEqual(await outcome(bad, good), {
    runs: [['a.test.ts', 'b.test.ts'], ['b.test.ts']],
    lines: ['  FAILED, runs once more: b.test.ts'],
    tally: { passed: 6, failed: 0 },
  });
});

test('what fails twice has failed', async () => {
  const again = { passed: 2, failed: 1, failing: bad.failing };
  assert.deepEqual((await outcome(bad, again)).tally, { passed: 5, failed: 1 });
});

test('what passes runs once, and a process that broke off is a failure at once', async () => {
  assert.equal((await outcome(good)).runs.length, 1);
  assert.deepEqual((await outcome({ passed: 0, failed: 1, failing: {} })).tally, { passed: 0, failed: 1 });
});

test('a stage runs once more as a whole', async () => {
  const tallies = [bad, good];
  const stage = stageTwice({ name: 'web', run: async () => tallies.shift() ?? assert.fail('a third run') });
  const lines: string[] = [];
  assert.deepEqual(await stage.run((line) => lines.push(line)), good);
  assert.deepEqual(lines, ['  FAILED, runs once more']);
});
