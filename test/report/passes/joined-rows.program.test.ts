import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../../src/report/fixes.ts';
import { bindOutcomes } from '../../oracle/bind.ts';
import { checkErrors } from '../../oracle/ours.ts';
import { zoneOf } from '../../oracle/zones.ts';
import { Workbench } from '../../support/workbench.ts';

const TTL = '$TTL 1h\n';
const HEAD = `${TTL}@ SOA ns1 hostmaster 1 1h 1h 1h 1h\n@ NS ns1\nns1 A 192.0.2.1\n`;
const NAMES = '@ NS ns1\nns1 A 192.0.2.1\n';
const KEY = 'A'.repeat(80);

/** A zone, where its one finding stands, the title of its mend, and the zone that this leaves, but for its serial. */
type Join = readonly [name: string, zone: string, found: string, title: string, mended: string];

const STRINGS = 'Put the strings of these 3 lines in parentheses';

const JOINS: readonly Join[] = [
  [
    'lines from column 0',
    `${HEAD}k TXT "v=DKIM1; p=${KEY}"\n"${KEY}"\n"${KEY}"\nw A 192.0.2.2\n`,
    '5:6 syntax-parenthesis',
    STRINGS,
    `${HEAD}k TXT ( "v=DKIM1; p=${KEY}"\n"${KEY}"\n"${KEY}" )\nw A 192.0.2.2\n`,
  ],
  [
    'blanks, comments, empty lines and line ends of Windows',
    `${HEAD}k\tTXT\t"v=DKIM1;" "p=${KEY}" ; (\r\n\r\n\t"${KEY}" "b(c" ; )\r\n; d\r\n    "\\"" ; e\r\nw A 192.0.2.2\r\n`,
    '5:6 syntax-parenthesis',
    STRINGS,
    `${HEAD}k\tTXT\t( "v=DKIM1;" "p=${KEY}" ; (\r\n\r\n\t"${KEY}" "b(c" ; )\r\n; d\r\n    "\\"" ) ; e\r\nw A 192.0.2.2\r\n`,
  ],
  [
    'the closing parenthesis alone',
    `${HEAD}k TXT v=DKIM1\n "${KEY}"\n "b"\n )\n`,
    '5:6 syntax-parenthesis',
    'Insert the missing "(" before the first string',
    `${HEAD}k TXT ( v=DKIM1\n "${KEY}"\n "b"\n )\n`,
  ],
  [
    'a group from the second line on',
    `${HEAD}k TXT "a"\n  ( "b"\n    "c" )\n`,
    '5:6 syntax-parenthesis',
    'Move the "(" up, before the first string',
    `${HEAD}k TXT ( "a"\n   "b"\n    "c" )\n`,
  ],
  [
    'no string in the first line',
    `${HEAD}k TXT\n  "a b"\n  "c"\n`,
    '5:5 syntax-field-missing',
    'Put the rest of these 3 lines in parentheses',
    `${HEAD}k TXT (\n  "a b"\n  "c" )\n`,
  ],
  [
    'an SOA whose parenthesis comes a line too late',
    `${TTL}@ SOA ns1 hostmaster ; (\n   ( 1 ; serial\n     1h\n     1h\n     1h\n     1h )\n${NAMES}`,
    '2:20 syntax-field-missing',
    'Move the "(" up, behind "hostmaster"',
    `${TTL}@ SOA ns1 hostmaster ( ; (\n    1 ; serial\n     1h\n     1h\n     1h\n     1h )\n${NAMES}`,
  ],
  [
    'the same from column 0, alone in its line',
    `${TTL}@ SOA ns1 hostmaster\r\n(\r\n\t1\r\n\t1h 1h 1h 1h\r\n)\r\n${NAMES}`,
    '2:20 syntax-field-missing',
    'Move the "(" up, behind "hostmaster"',
    `${TTL}@ SOA ns1 hostmaster (\r\n\t1\r\n\t1h 1h 1h 1h\r\n)\r\n${NAMES}`,
  ],
  [
    'an SOA whose parenthesis stands behind a word of the next line',
    `${TTL}@ SOA ns1\n hostmaster ( 1 1h\n 1h 1h 1h )\n${NAMES}`,
    '2:9 syntax-field-missing',
    'Move the "(" up, behind "ns1"',
    `${TTL}@ SOA ns1 (\n hostmaster  1 1h\n 1h 1h 1h )\n${NAMES}`,
  ],
  [
    'an SOA without parentheses',
    `${TTL}@ SOA ns1 hostmaster\n 1 ; serial\n 1h\n 1h\n 1h\n 1h ; minimum\n${NAMES}`,
    '2:20 syntax-field-missing',
    'Put the rest of these 6 lines in parentheses',
    `${TTL}@ SOA ns1 hostmaster (\n 1 ; serial\n 1h\n 1h\n 1h\n 1h ) ; minimum\n${NAMES}`,
  ],
  [
    'an SOA without its opening parenthesis',
    `${TTL}@ SOA ns1 hostmaster\n 1 ; serial\n 1h\n 1h\n 1h\n 1h\n)\n${NAMES}`,
    '2:20 syntax-field-missing',
    'Insert the missing "(" behind "hostmaster"',
    `${TTL}@ SOA ns1 hostmaster (\n 1 ; serial\n 1h\n 1h\n 1h\n 1h\n)\n${NAMES}`,
  ],
];

function told(workbench: Workbench): string[] {
  return workbench
    .shown()
    .filter(({ severity }) => severity === 'error')
    .map(({ range: { start }, rule }) => `${start.line + 1}:${start.character} ${rule}`);
}

function mend(workbench: Workbench, title: string): string {
  const fixes = workbench.shown().flatMap((shown) => fixesOf(workbench.engine, shown));
  const fix = fixes.find((one) => one.title.replace(/ \(.*serial.*\)$/, '') === title);
  assert.ok(fix, `offered is: ${fixes.map((one) => one.title).join(', ')}`);
  assert.equal(fix.refused, undefined);
  for (const { file, edits } of fix.edits) workbench.store.edit(file.path, [...edits].reverse());
  workbench.settle();
  return workbench.text('example.com.zone');
}

for (const [name, zone, found, title, mended] of JOINS) {
  test(`a record without its parentheses: ${name}`, () => {
    const workbench = new Workbench(`;- example.com.zone\n${zone}`);
    assert.deepEqual(told(workbench), [found]);
    const serial = (text: string) => text.replace(/hostmaster( \(?)? 2 /, 'hostmaster$1 1 ');
    assert.equal(serial(mend(workbench, title)), serial(mended));
    assert.deepEqual(told(workbench), []);
  });
}

test('servers read what the mends leave, and refuse what was there', () => {
  const outcomes = (zones: readonly string[]) => bindOutcomes(zones.map((zone) => zoneOf(zone)));
  assert.ok(outcomes(JOINS.map(([, , , , mended]) => mended)).every(({ isAccepted }) => isAccepted));
  assert.ok(outcomes(JOINS.map(([, zone]) => zone)).every(({ isAccepted }) => !isAccepted));
});

test('several such records are a finding each, at all places of the text', () => {
  for (const lines of [0, 1, 60, 122, 123, 124, 125, 126, 127, 128]) {
    const record = `k TXT "v=DKIM1; p=${KEY}"\n"${KEY}"\n "${KEY}"\n`;
    const zone = `${HEAD}${'w TXT a\n'.repeat(lines)}${record.repeat(50)}w TXT a\n`;
    const found = checkErrors(zoneOf(zone)).map((one) => one.replace(/^zone:(\d+): (\S+) .*/, '$1 $2'));
    assert.deepEqual(
      found,
      Array.from({ length: 50 }, (_, index) => `${5 + lines + 3 * index} syntax-parenthesis`),
    );
  }
});

test('the strings of thousands of lines are one finding', () => {
  const said = checkErrors(zoneOf(`${HEAD}k TXT "a"\n${' "b"\n'.repeat(20_000)}w A 192.0.2.2\n`));
  assert.deepEqual(
    said.map((one) => one.slice(0, 80)),
    ['zone:5: syntax-parenthesis These strings go on over 20001 lines, and a record en'],
  );
});

test('strings behind a record of another type, and a group of its own, are told of as before', () => {
  const rules = (text: string) => checkErrors(zoneOf(HEAD + text)).map((one) => one.split(' ')[0]);
  assert.deepEqual(rules('w A 192.0.2.2\n "b"\n'), ['zone:6:']);
  assert.deepEqual(rules('$TTL 1h\n"b"\n"c"\n'), ['zone:6:', 'zone:7:']);
  assert.deepEqual(rules('w MX 10\n( b AA 192.0.2.1 )\n'), ['zone:5:', 'zone:6:']);
  assert.deepEqual(rules('w TXT ( "a" )\n "b"\n'), ['zone:5:']);
});

test('nothing is offered where the parentheses would not be all', () => {
  for (const text of ['w TXT ( "a" )\n "b"\n', 'w TXT "a"\n ( "b" )\n ( "c" )\n', `w TXT "a"\n "${KEY.repeat(4)}"\n`]) {
    const workbench = new Workbench(`;- example.com.zone\n${HEAD}${text}`);
    const [shown, ...others] = workbench.shown().filter(({ severity }) => severity === 'error');
    assert.equal(others.length, 0, text);
    assert.deepEqual(shown && fixesOf(workbench.engine, shown), [], text);
  }
});
