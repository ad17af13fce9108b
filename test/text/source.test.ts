import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areSameCodes, asciiText, isTextOf, LARGEST_TEXT, sourceOfBytes, sourceOfText } from '../../src/text/source.ts';

test('a line that is longer than any string has the text of its beginning', () => {
  const codes = new Uint8Array(LARGEST_TEXT + 1);
  assert.equal(asciiText(codes).length, LARGEST_TEXT);
  assert.equal(asciiText(codes, 1).length, LARGEST_TEXT);
});

test('a text is told from that of a source to the character, wherever the codes lie', () => {
  const text = 'host IN A 192.0.2.1\n'.repeat(10_000);
  for (const shift of [0, 1]) {
    const source = sourceOfBytes(new Uint8Array(Buffer.from(' '.repeat(shift) + text)).subarray(shift));
    assert.ok(isTextOf(text, source));
    for (const other of [
      `${text}\n`,
      text.slice(1),
      `${text.slice(0, -1)} `,
      `\u00e9${text.slice(1)}`,
      text.replace('h', '\u00e9'),
    ])
      assert.ok(!isTextOf(other, source));
  }
  const beyond = `${text}; \u00e9`;
  assert.ok(isTextOf(beyond, sourceOfText(beyond)));
  assert.ok(!isTextOf(text, sourceOfText(beyond)));
});

test('codes are told from others, however few there are and wherever they lie', () => {
  const codes = new Uint8Array(24).fill(65);
  for (let from = 0; from < 4; from++)
    for (let to = 8; to < 12; to++)
      for (let length = 0; length < 12; length++) {
        const [a, b] = [codes.slice().subarray(from, from + length), codes.subarray(to, to + length)];
        assert.ok(areSameCodes(a, b));
        for (let i = 0; i < length; i++) {
          a[i] = 66;
          assert.ok(!areSameCodes(a, b), `${from} ${to} ${length} ${i}`);
          a[i] = 65;
        }
      }
});

test('few bytes are read wherever they lie, to the end of what holds them', () => {
  for (let from = 0; from < 8; from++)
    for (let to = from; to <= 8; to++) {
      const bytes = new Uint8Array(8).fill(65);
      const part = bytes.subarray(from, to);
      assert.equal(sourceOfBytes(part).text, undefined);
      for (let i = 0; i < part.length; i++) {
        part[i] = 0xe9;
        assert.equal(sourceOfBytes(part).text?.[i], '\u00e9', `${from} ${to} ${i}`);
        part[i] = 65;
      }
    }
});
