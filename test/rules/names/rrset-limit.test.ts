import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

/** What the rule says of a zone: the line, and the message up to the comma. */
function said(text: string): string[] {
  return new Workbench(parseFixture(`;- example.com.zone\n${text}`))
    .shown()
    .filter(({ rule }) => rule === 'rrset-limit')
    .map(({ range, severity, message }) => `${range.start.line} ${severity} ${message.split(',')[0]}`);
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

test('a hundred records of a type, and one more', () => {
  const text = (index: number): string => `a 60 TXT "${index}"`;
  assert.deepEqual(said(lines(100, text)), []);
  assert.deepEqual(said(lines(101, text)), ['100 error a.example.com has 101 TXT records']);
});

test('what stands there twice counts once, and signatures do not count', () => {
  assert.deepEqual(said(lines(150, (index) => `a 60 TXT "${index % 99}"`)), []);
  const signature = (index: number): string =>
    `a 60 RRSIG A 8 3 60 20270101000000 20260101000000 ${index} example.com. AAAA`;
  assert.deepEqual(said(lines(150, signature)), []);
});

test('a hundred types, and one more', () => {
  const type = (index: number): string => `a 60 TYPE${1000 + index} \\# 1 00`;
  assert.deepEqual(said(lines(100, type)), []);
  assert.deepEqual(said(lines(101, type)), ['100 error a.example.com has records of 101 types']);
});

test('records of a $GENERATE line and of an included file', () => {
  check(`
;- example.com.zone
$INCLUDE part
pool  60 IN A 198.51.100.1
;- part fragment
$GENERATE 1-100 pool 60 A 192.0.2.$
;<----------------------------------- error rrset-limit: pool.example.com has 101 A records, and BIND 9.20 loads no zone with more than 100 at a name unless max-records-per-type allows it; named-checkzone does not say so
`);
});
