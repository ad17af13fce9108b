import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesOf } from '../../src/dns/name.ts';
import { checkRdata, rdataText } from '../../src/syntax/rdata/rdata.ts';
import { splitString } from '../../src/syntax/split-string.ts';
import type { Token } from '../../src/syntax/token.ts';
import { checkFix } from '../support/check.ts';

function quoted(text: string): Token {
  return { text, start: 0, end: text.length + 2, quoted: true };
}

/** The words of quoted strings, as the scanner reads them. */
function wordsOf(text: string): Token[] {
  return [...text.matchAll(/"((?:\\.|[^"\\])*)"/gsu)].map((match) => quoted(match[1] ?? ''));
}

/** The octets of all strings in a row. */
function octets(words: readonly Token[]): string {
  return words
    .map(({ text }) =>
      text.replace(/\\([0-9]{3})|\\?([^\\]|(?<=\\).)/gsu, (_, code: string | undefined, character: string) =>
        code === undefined ? bytesOf(character, 'utf8') : String.fromCharCode(Number(code)),
      ),
    )
    .join('');
}

const unit = fc.oneof(
  fc.constantFrom('a', 'B', ' ', ';', '\\"', '\\\\', '\\;', '\u00e9', '\u20ac', '\u{1f600}', '\\\u00e9'),
  fc.integer({ min: 0, max: 255 }).map((code) => `\\${String(code).padStart(3, '0')}`),
);

test('the strings hold at most 255 octets each, and the same ones in a row', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 256, maxLength: 900 }), (units) => {
      const token = quoted(units.join(''));
      const [fault] = checkRdata(16, [token], token.end);
      assert.equal(fault?.rule, 'syntax-string');
      const [fix] = fault?.fixes ?? [];
      const words = wordsOf(fix?.text ?? '');
      assert.equal(words.map(({ text }) => text).join(''), token.text);
      assert.deepEqual(checkRdata(16, words, 0), []);
      assert.equal(octets(words), octets([token]));
      assert.equal(words.length, Number(/\d+/.exec(fix?.title ?? '')?.[0]));
    }),
    { numRuns: 200 },
  );
});

test('an escape is never cut', () => {
  const text = `${'a'.repeat(254)}\\195\\"${'b'.repeat(10)}`;
  const [fix] = splitString('TXT', quoted(text), 'utf8');
  assert.equal(fix?.text, `"${'a'.repeat(254)}\\195" "\\"${'b'.repeat(10)}"`);
  assert.ok(rdataText(16, wordsOf(fix?.text ?? ''), '.'));
});

test('only strings that are read as one text are split', () => {
  const long = quoted('a'.repeat(300));
  for (const type of [13, 261, 262]) {
    const [fault] = checkRdata(type, [long, quoted('b')], 0);
    assert.equal(fault?.rule, 'syntax-string');
    assert.equal(fault?.fixes, undefined);
  }
  assert.deepEqual(splitString('TXT', { ...long, end: long.end - 1 }, 'utf8'), []);
});

test('the fix', () => {
  const [first, second] = ['a'.repeat(255), 'b'.repeat(45)];
  checkFix(
    `
;- example.com.zone
x 3600 IN TXT "${first}${second}" "c"
;             ${'^'.repeat(302)} error syntax-string: TXT text has 300 bytes, a string holds at most 255
`,
    'Split it into 2 strings',
    `
;- example.com.zone
x 3600 IN TXT "${first}" "${second}" "c"
`,
  );
});
