import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Block } from '../../src/text/block.ts';
import { BlockDocument } from '../../src/text/document.ts';
import { sourceOfBytes, sourceOfText } from '../../src/text/source.ts';

test('the source of a document is that of its text', () => {
  const ascii = sourceOfText('a A 192.0.2.1\nb A 192.0.2.2\n');
  const utf8 = sourceOfText('a A 192.0.2.1\nb TXT "grün"\n');
  const latin1 = sourceOfBytes(Uint8Array.from([...'a A 192.0.2.1\nb TXT "gr\u00fcn"\n'].map((c) => c.charCodeAt(0))));
  for (const source of [ascii, utf8, latin1, sourceOfText('')]) {
    const document = new BlockDocument();
    document.encoding = source.encoding;
    const middle = Math.min(14, source.codes.length);
    document.append(new Block(source, 0, middle, 1));
    document.append(new Block(source, middle, source.codes.length, 1));
    assert.deepEqual(document.source, source);
  }
  assert.equal(latin1.encoding, 'latin1');
});
