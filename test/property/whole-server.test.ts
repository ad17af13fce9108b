import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeServer } from '../server/whole-server.ts';

/** Rounds: 100,000 by hand. */
const ROUNDS = Number(process.env.ROUNDS ?? 500);
const SEED = Number(process.env.SEED ?? 1);
const STEPS = Number(process.env.STEPS ?? 20);
const PER_TEST = 100;
/** Seeds of rounds of 20 steps that once differed, and are too long to be told as a test of their own. */
const ONCE_OTHER = [61011873];

for (let at = 0; at < ROUNDS; at += PER_TEST)
  test(`after what happens to files in any order a server shows what a fresh one shows (from ${SEED + at})`, async () => {
    assert.equal(await wholeServer.from(SEED + at, Math.min(PER_TEST, ROUNDS - at), STEPS), undefined);
  });

test('rounds that once differed', async () => {
  for (const seed of ONCE_OTHER) assert.equal(await wholeServer.from(seed, 1, 20), undefined);
});
