import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asciiText, sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';
import { lengthOf, sourceOf } from '../../src/workspace/whole-text.ts';

test('a text is copied once for each edit after which it is asked for', () => {
  for (const comment of ['; a\n', '; \u00e9\n']) {
    const store = new Store();
    const text = comment + 'www A 192.0.2.1\n'.repeat(5000);
    const put = sourceOfText(text);
    const file = store.setFile('example.com.zone', put);
    assert.equal(sourceOf(file), put);
    const at = { line: 0, character: 3 };
    // While it is being read, and when it is read.
    for (const isRead of [false, true]) {
      let left = isRead ? Number.POSITIVE_INFINITY : 3;
      store.step(() => left-- <= 0);
      assert.equal(file.pending === undefined, isRead);
      const before = sourceOf(file);
      store.edit(file.path, [{ range: { start: at, end: at }, text: 'b' }]);
      const source = sourceOf(file);
      assert.notEqual(source, before);
      assert.equal(sourceOf(file), source);
      const expected = `${comment.slice(0, 3)}${isRead ? 'bb' : 'b'}${text.slice(3)}`;
      assert.equal(source.text ?? asciiText(source.codes), expected);
      assert.equal(lengthOf(file), expected.length);
    }
  }
});
