import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largeDocuments } from '../server/large-documents.ts';

/** Rounds: 5,000 by hand, which takes an hour. */
const ROUNDS = Number(process.env.ROUNDS ?? 20);
const SEED = Number(process.env.SEED ?? 1);
const STEPS = Number(process.env.STEPS ?? 12);
const PER_TEST = 20;
/** Seeds of rounds that once differed. */
const ONCE_OTHER = [2050, 3329, 5230, 5486, 5601];

for (let at = 0; at < ROUNDS; at += PER_TEST)
  test(`after edits of large documents a server holds and shows what a fresh one does (from ${SEED + at})`, async () => {
    assert.equal(await largeDocuments.from(SEED + at, Math.min(PER_TEST, ROUNDS - at), STEPS), undefined);
  });

test('rounds that once differed', async () => {
  for (const seed of ONCE_OTHER) assert.equal(await largeDocuments.from(seed, 1, 12), undefined);
});
