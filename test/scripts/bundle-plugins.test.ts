import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withoutTexts } from '../../scripts/bundle-plugins.mjs';

/** How often a field begins a row's line. */
const count = (text: string, field: string): number => text.split(`\n    ${field}:`).length - 1;

test('tables of wordings go into programs without their examples and sources, and with all else', () => {
  for (const table of ['letter-codes', 'server-wordings', 'languages']) {
    const text = readFileSync(new URL(`../../src/bounce/${table}.ts`, import.meta.url), 'utf8');
    const bare = withoutTexts(text);
    for (const field of ['example', 'examples', 'source']) assert.equal(count(bare, field), 0, `${table} ${field}`);
    for (const field of ['pattern', 'about', 'reason', 'receiver', 'language', 'none', 'differs', 'reverse'])
      assert.equal(count(bare, field), count(text, field), `${table} ${field}`);
  }
});
