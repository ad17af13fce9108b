import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkErrors } from '../../oracle/ours.ts';
import { zoneOf } from '../../oracle/zones.ts';

const TTL = '$TTL 1h\n';
const HEAD = `${TTL}@ SOA ns1 hostmaster 1 1h 1h 1h 1h\n@ NS ns1\nns1 A 192.0.2.1\n`;

function linesOf(text: string): string[] {
  return checkErrors(zoneOf(text)).map((said) => said.replace(/^zone:(\d+): (\S+) .*/, '$1 $2'));
}

test('an SOA without its opening parenthesis is one finding, which says so', () => {
  const numbers = ' 1 ; serial\n 2\n\n 3q\n 4h\n';
  for (const end of [' 5 )\n', ' 5\n)\n', ' 5\n'])
    assert.deepEqual(checkErrors(zoneOf(`${TTL}@ SOA ns1 hostmaster\n${numbers}${end}@ NS a.example.net.\n`)), [
      'zone:2: syntax-field-missing SOA serial is missing: a line goes on in the next one only in parentheses',
    ]);
  assert.deepEqual(linesOf(`${TTL}@ SOA ns1 hostmaster "(\n${numbers} 5 )\n@ NS a.example.net.\n`), ['2 syntax-quote']);
});

test('a record or directive whose rest stands in the next line is one finding', () => {
  for (const text of ['a NS\n ns1\n', 'a MX\n 10 mail\n', 'a MX 10\n mail\n', '$ORIGIN\n a\n'])
    assert.deepEqual(linesOf(HEAD + text), ['5 syntax-field-missing'], text);
});

test('a record of its own behind one that ends too early is told of', () => {
  assert.deepEqual(linesOf(`${HEAD}a MX 10\n AA 192.0.2.1\n`), ['5 syntax-field-missing', '6 syntax-type']);
  assert.deepEqual(linesOf(`${HEAD}a MX 10\nb\n`), ['5 syntax-field-missing', '6 syntax-field-missing']);
  assert.deepEqual(linesOf(`${HEAD}a MX 10\n A 192.0.2.1\n foo\n`), ['5 syntax-field-missing', '7 syntax-type']);
  assert.deepEqual(linesOf(`${HEAD}a FOO x\n foo\n`), ['5 syntax-type', '6 syntax-type']);
});

test('a quotation mark that is not closed is one finding, also where no string may stand', () => {
  assert.deepEqual(linesOf(`${HEAD}a A 192.0.2.2 "b\n`), ['5 syntax-quote']);
  assert.deepEqual(linesOf(`${HEAD}a A 192.0.2.2 b "c\n`), ['5 syntax-field-extra', '5 syntax-quote']);
});

test('more strings behind a record than a function takes arguments', () => {
  const strings = `${HEAD}a TXT "a"\n ${'"b" '.repeat(140_000)}\n`;
  assert.deepEqual(linesOf(strings), ['5 syntax-parenthesis']);
});
