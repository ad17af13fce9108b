import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understand } from '../../src/bounce/meaning.ts';
import { wordsOf } from '../../src/bounce/replies.ts';
import { WORDINGS } from '../../src/bounce/wordings.ts';

for (const { pattern, about, reason, example } of WORDINGS) {
  test(`the wording ${pattern}`, () => {
    const words = wordsOf(example);
    const first = WORDINGS.find((row) =>
      typeof row.pattern === 'string' ? words.includes(row.pattern) : row.pattern.test(words),
    );
    assert.equal(first?.pattern, pattern, 'no row above takes its example');
    const claim = understand(words);
    assert.deepEqual([claim?.about, claim?.reason], [about, reason ?? null]);
  });
}

test('no pattern repeats without a bound', () => {
  for (const { pattern } of WORDINGS) {
    if (typeof pattern === 'string') continue;
    assert.doesNotMatch(
      pattern.source.replace(/\\[.*+?]/g, '').replace(/\[[^\]]*\]/g, 'x'),
      /[*+]|\{\d+,\}/,
      String(pattern),
    );
  }
});
