import assert from 'node:assert/strict';
import { test } from 'node:test';
import { round } from '../server/whole-server.ts';

/** Rounds: 100,000 by hand. */
const ROUNDS = Number(process.env.ROUNDS ?? 60);
const SEED = Number(process.env.SEED ?? 1);
const STEPS = Number(process.env.STEPS ?? 20);

for (let at = 0; at < ROUNDS; at += 10)
  test(`after what happens to files in any order a server shows what a fresh one shows (from ${SEED + at})`, async (t) => {
    for (let seed = SEED + at; seed < SEED + Math.min(ROUNDS, at + 10); seed++)
      assert.equal(await round(t, seed, STEPS), undefined);
  });
