import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineLoop } from '../../src/server/loop.ts';

/** A loop whose clock and turns the test moves on; each slice takes the four milliseconds that it has. */
function loopOf(slices: number): { loop: EngineLoop; turn: () => void; worked: number[]; quiet: number[] } {
  let now = 0;
  let left = slices;
  const waiting: (() => void)[] = [];
  const worked: number[] = [];
  const quiet: number[] = [];
  const host = { soon: (run: () => void) => void waiting.push(run), now: () => now, files: new Map(), clock: () => 0 };
  const check = (): boolean => {
    worked.push(now);
    now += 4;
    return --left <= 0;
  };
  const on = { quiet: () => void quiet.push(now), error: assert.ifError };
  const loop = new EngineLoop(host, { check, sweep: () => true }, on);
  const turn = (): void => {
    now++;
    for (const run of waiting.splice(0)) run();
  };
  return { loop, turn, worked, quiet };
}

test('a change by itself is worked on at once, to the end', (t) => {
  const { loop, turn, worked, quiet } = loopOf(3);
  t.after(() => loop.stop());
  loop.wake();
  for (let count = 0; count < 10; count++) turn();
  assert.deepEqual(worked, [1, 6, 11]);
  assert.equal(quiet.length, 1);
});

test('while changes come one upon the other work rests, but not for ever', (t) => {
  const { loop, turn, worked, quiet } = loopOf(100);
  t.after(() => loop.stop());
  for (let count = 0; count < 200; count++) {
    loop.wake();
    turn();
  }
  assert.ok(worked.length >= 3 && worked.length <= 5, String(worked));
  for (let count = 0; count < 100; count++) turn();
  assert.equal(worked.length, 100);
  assert.equal(quiet.length, 1);
});
