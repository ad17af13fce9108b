import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

test('lines that are typed one by one make no blocks of a line each', () => {
  const store = new Store();
  const lines = Array.from({ length: 1000 }, (_, i) => `host${i} 60 A 192.0.2.${i % 250}\n`);
  const { document, path } = store.setFile('example.com.zone', sourceOfText(lines.join('')));
  store.step(() => false);
  const { length } = document.blocks;
  for (let i = 0; i < 500; i++) {
    const at = { line: 10 + i, character: 0 };
    store.edit(path, [{ range: { start: at, end: at }, text: 'x 60 A 192.0.2.1\n' }]);
  }
  assert.equal(document.lineCount, 1501);
  assert.ok(document.blocks.length < length + 500 / 16, `${document.blocks.length} blocks`);
});
