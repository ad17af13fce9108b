import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneWords } from '../../src/edits/done-words.ts';
import { isWritten, undoOf } from '../../src/edits/undo-edits.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

const at = (line: number, character: number) => ({ line, character });

for (const end of ['\n', '\r\n']) {
  test(`an edit and what takes it back leave the text as it was, with ${JSON.stringify(end)}`, () => {
    const text = ['a 1 IN A 192.0.2.1', 'b 1 IN A 192.0.2.2', 'c 1 IN A 192.0.2.3', ''].join(end);
    const store = new Store();
    store.setFile('x.zone', sourceOfText(text));
    const file = store.files.get('x.zone');
    assert.ok(file);
    store.finishLoading(file);
    const edits = [
      { range: { start: at(0, 0), end: at(0, 1) }, text: 'longer' },
      { range: { start: at(0, 2), end: at(0, 3) }, text: '7200' },
      { range: { start: at(1, 0), end: at(2, 0) }, text: '' },
      { range: { start: at(2, 0), end: at(2, 0) }, text: `n 1 IN A 192.0.2.9${end}m 1 IN A 192.0.2.8${end}` },
      { range: { start: at(2, 4), end: at(2, 6) }, text: 'CH' },
    ];
    const undo = undoOf({ file, edits });
    store.edit('x.zone', [...edits].reverse());
    assert.notEqual(file.document.text, text);
    assert.ok(isWritten(file.document, undo));
    store.edit('x.zone', [...undo.edits].reverse());
    assert.equal(file.document.text, text);
    assert.ok(!isWritten(file.document, undo));
  });
}

test('titles become what was done', () => {
  assert.equal(
    doneWords('Add "11 IN PTR mail.example.com." to 2.0.192.in-addr.arpa (serial 2026112901)'),
    'Added 11 IN PTR mail.example.com. to 2.0.192.in-addr.arpa, serial 2026112901',
  );
  assert.equal(doneWords('Replace "a" with "b"'), 'Replaced a with b');
  assert.equal(doneWords('Name the host mail'), 'Named the host mail');
  assert.equal(doneWords('Let it be (really)'), 'Done: Let it be (really)');
});
