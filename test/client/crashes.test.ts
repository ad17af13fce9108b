import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Choice, Crashes } from '../../src/client/crashes.ts';

/** What happens where the server ends at these moments, in seconds, and the person chooses this. */
async function after(seconds: readonly number[], choice: Choice): Promise<string[]> {
  const seen: string[] = [];
  let time = 0;
  let kept = 0;
  const note = (what: string) => async (): Promise<void> => void seen.push(what);
  const crashes = new Crashes({
    now: () => time,
    ask: async (message) => {
      assert.match(message, /five times in three minutes/);
      seen.push('asked');
      return choice;
    },
    restart: note('restarted by the person'),
    report: note('reported'),
    keepFindings: () => void kept++,
    log: () => seen.push('failed'),
  });
  for (const second of seconds) {
    time = second * 1000;
    seen.push(crashes.closed().action === 2 ? 'restarted' : 'stays away');
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(kept, seconds.length, 'what was found stays in sight each time');
  return seen;
}

test('a server that ends now and then is started again', async () => {
  assert.deepEqual(await after([0, 60, 120, 179, 200, 260, 320, 400], undefined), Array(8).fill('restarted'));
});

test('of one that ended five times in three minutes a person decides, and again from the start after that', async () => {
  const four = Array(4).fill('restarted');
  assert.deepEqual(await after([1, 2, 3, 4, 5], undefined), [...four, 'asked', 'stays away']);
  assert.deepEqual((await after([1, 2, 3, 4, 5], 'restart')).at(-1), 'restarted by the person');
  assert.deepEqual((await after([1, 2, 3, 4, 5], 'report')).at(-1), 'reported');
  assert.deepEqual((await after([1, 2, 3, 4, 5, 6], 'restart')).at(-1), 'restarted');
});
