import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asciiText, LARGEST_TEXT } from '../../src/text/source.ts';

test('a line that is longer than any string has the text of its beginning', () => {
  const codes = new Uint8Array(LARGEST_TEXT + 1);
  assert.equal(asciiText(codes).length, LARGEST_TEXT);
  assert.equal(asciiText(codes, 1).length, LARGEST_TEXT);
});
