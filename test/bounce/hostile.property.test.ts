import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRejections } from '../../src/bounce/bounce.ts';
import { understand } from '../../src/bounce/meaning.ts';

const SIZE = 1 << 20;

/** Texts of a megabyte that make careless patterns run for hours. */
const hostile: readonly (readonly [string, string])[] = [
  ['one line of a letter', 'a'],
  ['codes', '550 '],
  ['codes and enhanced codes', '550-5.7.25 '],
  ['lines of codes', '550 5.7.1 no PTR\n'],
  ['addresses', '192.0.2.1 '],
  ['addresses without blanks', '192.0.2.1.'],
  ['colons', '2001:db8:'],
  ['brackets', '['],
  ['open tags', '<a '],
  ['quoting', '> '],
  ['equals', '='],
  ['soft breaks', '=\n'],
  ['blanks', ' '],
  ['line ends', '\n'],
  ['labels', 'a.'],
  ['hosts', 'host a.example['],
  ['log lines', 'Mar  3 09:14:02 a postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 450 4.7.1 x\n'],
  ['other log lines', 'Mar  3 09:14:02 a b: c\n'],
  ['fields', 'Received: from a (b [192.0.2.1])\n'],
  ['reverse', 'reverse dns '],
  ['not', 'not '],
  ['helo', 'helo '],
  ['links', 'http://a.example/?ip=192.0.2.1&'],
  ['mailboxes', 'a@b'],
  ['escapes', '\\n'],
  ['entities', '&lt;'],
  ['underscores of qmail', 'failure: a_b/'],
  ['received', 'received: from a.example ('],
  ['lookups', 'host lookup failed '],
  ['codes that change', '450 a 550 b '],
  ['quoted codes', '"550 a" "450 b" '],
  ['base64', 'Content-Transfer-Encoding: base64\n'],
  ['parts in base64', 'Content-Transfer-Encoding: base64\n\nQUJD\nQQ==\n\n'],
  ['paragraphs', '550 no PTR for 192.0.2.1\n\n'],
];

for (const [name, part] of hostile) {
  test(`a megabyte of ${name}`, { timeout: 20_000 }, () => {
    const text = part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);
    for (const paste of [text, `host a.example[192.0.2.1] said: 550 ${text} no PTR`]) {
      const rejections = readRejections(paste);
      assert.ok(rejections.length < 10_000);
    }
  });
}

test('much beyond the bound is left out, the beginning is read', () => {
  const [rejection] = readRejections(`550 No reverse DNS for 192.0.2.1\n\n${'x'.repeat(3 * SIZE)}`);
  assert.equal(rejection?.address, '192.0.2.1');
});

test('nothing is no rejection', () => {
  for (const text of ['', ' \n', 'Hello, how are you?', '$ORIGIN example.com.\nwww IN A 192.0.2.1\n', '\u0000\uffff'])
    assert.deepEqual(readRejections(text), []);
  assert.equal(understand(''), undefined);
});
