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

/** A zone with so many A records at a name, and named.conf with some statements of the zone. */
function configured(statements: string, count: number): string[] {
  const conf = `;- named.conf\noptions { max-records-per-type 3; };\nzone "example.com" { type primary; file "a.zone"; ${statements} };\n`;
  return new Workbench(
    parseFixture(`${conf};- a.zone\n${lines(count, (index) => `a 60 A 192.0.2.${index + 1}`)}b 60 A 192.0.2.1\n`),
  )
    .shown()
    .filter(({ rule }) => rule === 'rrset-limit')
    .map(({ range, message }) => `${range.start.line} ${message}`);
}

test('the bounds that named.conf sets, for all zones or for one; 0 is none', () => {
  assert.deepEqual(configured('', 3), []);
  assert.deepEqual(configured('', 4), [
    '3 a.example.com has 4 A records, and its configuration has BIND load no zone with more than 3 at a name (max-records-per-type); named-checkzone does not say so',
  ]);
  assert.deepEqual(configured('max-records-per-type 200;', 150), []);
  assert.deepEqual(configured('max-records-per-type 0;', 150), []);
});

test('servers that have no such bounds', () => {
  const text = lines(150, (index) => `a 60 TXT "${index}"`);
  const fixture = `;- nsd.conf\nzone:\n  name: example.com\n  zonefile: a.zone\n;- a.zone\n${text}`;
  const found = new Workbench(parseFixture(fixture)).shown();
  assert.ok(!found.some(({ rule }) => rule === 'rrset-limit'));
});
