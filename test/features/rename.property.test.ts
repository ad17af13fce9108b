import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename } from '../../src/features/rename.ts';
import { finished } from '../../src/text/finished.ts';
import { spotIn } from '../report/place-of.ts';

test('a zone whose name stands at more places than a function takes arguments', () => {
  const lines = Array.from({ length: 140_000 }, (_, i) => `a${i} 1h IN NS a.example.com.\n`).join('');
  const spot = spotIn(`;- example.com.zone\n$ORIGIN exam<|>ple.com.\n${lines}`);
  const renaming = finished(rename(spot.ctx, spot.file, spot.position, 'example.net.'));
  assert.equal('edits' in renaming && renaming.edits[0]?.edits.length, 140_001);
});
