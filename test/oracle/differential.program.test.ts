import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bindOutcomes, isKnownDifference, type Outcome, type ZoneCase } from './bind.ts';
import { ourOutcome } from './ours.ts';
import { brokenArbitrary, zoneArbitrary } from './zones.ts';

// A short run; batch.ts compares as many as you like.
const COUNT = 60;
const SEED = 20;

test('random zones have the records that named-compilezone prints', () => {
  const cases = fc.sample(zoneArbitrary, { numRuns: COUNT, seed: SEED });
  const bind = bindOutcomes(cases);
  let compared = 0;
  for (const [index, zone] of cases.entries()) {
    const theirs = bind[index] as Outcome;
    if (isKnownDifference(theirs)) continue;
    const ours = ourOutcome(zone);
    assert.equal(ours.isAccepted, theirs.isAccepted, describe(zone, theirs, ours));
    if (!theirs.isAccepted) continue;
    compared++;
    assert.deepEqual(ours.records, theirs.records, describe(zone, theirs, ours));
  }
  assert.ok(compared > COUNT / 2);
});

test('broken zones have the verdict and the error lines of named-checkzone', () => {
  const cases = fc.sample(brokenArbitrary, { numRuns: COUNT, seed: SEED });
  const bind = bindOutcomes(cases);
  let lines = 0;
  let missing = 0;
  let others = 0;
  for (const [index, zone] of cases.entries()) {
    const theirs = bind[index] as Outcome;
    if (isKnownDifference(theirs)) continue;
    const ours = ourOutcome(zone);
    assert.equal(ours.isAccepted, theirs.isAccepted, describe(zone, theirs, ours));
    lines += theirs.errorLines.length;
    missing += theirs.errorLines.filter((line) => !ours.errorLines.includes(line)).length;
    // What is wrong with a zone as a whole has no line in BIND.
    if (theirs.errorLines.length > 0)
      others += ours.errorLines.filter((line) => !theirs.errorLines.includes(line)).length;
  }
  assert.ok(lines > COUNT / 2);
  assert.ok(missing <= lines * 0.02, `${missing} of ${lines} lines are missing`);
  assert.ok(others <= lines * 0.02, `${others} lines are others, of ${lines}`);
});

function describe({ files }: ZoneCase, theirs: Outcome, ours: Outcome): string {
  const texts = [...files].map(([name, bytes]) => `--- ${name}\n${Buffer.from(bytes).toString('latin1')}`);
  return [...texts, '--- BIND', ...theirs.messages, '--- here', ...ours.messages].join('\n');
}
