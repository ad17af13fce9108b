import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../src/report/fixes.ts';
import { Workbench } from '../support/workbench.ts';

const ZONE = `;- example.com.zone
@ 3600 IN SOA ns1 hostmaster 1 1h 1h 1h 1h
@ 3600 IN NS ns1
ns1 3600 IN A 192.0.2.200
@ 3600 IN MX 10 h5
a 3600 IN CNAME h6
_smtp._tcp 3600 IN SRV 0 0 25 h7
`;
const REVERSE = `;- 2.0.192.in-addr.arpa.zone
@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 1h 1h 1h 1h
@ 3600 IN NS ns1.example.com.
200 3600 IN PTR ns1.example.com.
`;

function told(text: string): string[] {
  return new Workbench(text)
    .shown()
    .filter(({ primary }) => primary)
    .map(({ path, range, rule }) => `${path}:${range.start.line + 1} ${rule}`);
}

const POINTERS = '5 3600 IN PTR h5.example.com.\n6 3600 IN PTR h6.example.com.\n';
const LINES: readonly (readonly [line: string, rule: string])[] = [
  ['$GENERATE 1-x h$ 3600 A 192.0.2.$', 'syntax-generate'],
  ['$GENERATE 9-1 h$ 3600 A 192.0.2.$', 'syntax-generate'],
  ['$GENERATE h$ 3600 A 192.0.2.$', 'syntax-generate'],
  ['$GENERATE', 'syntax-generate'],
  ['$GENERATE 1-9 h$ 3600 AA 192.0.2.$', 'syntax-type'],
  ['$GENERATE 1-9 h$ 3600 192.0.2.$', 'syntax-generate'],
  ['$GENERATE 1-9 h$ 3600 A', 'syntax-generate'],
  ['$GENERATE 1-9 h$ 3600 A 192.0.2', 'syntax-generate'],
  ['$GENERATE 1-9 h$ 3600 A 192.0.2.${', 'syntax-generate'],
  ['$GENERATE 1-9 h${x 3600 A 192.0.2.$', 'syntax-generate'],
  ['$GENERATE 1-9 h..$ 3600 A 192.0.2.$', 'syntax-generate'],
  ['$GENERATE 1-9 h$ 3600 CH A 192.0.2.$', 'syntax-class'],
  ['$GENERATE 1-9 h$ 3600 ( A 192.0.2.$ )', 'syntax-parenthesis'],
  ['$GENERATE 1-9 h$ 3600 MX 10 192.0.2.$', 'syntax-generate'],
  ['$GENERAT 1-9 h$ 3600 A 192.0.2.$', 'syntax-directive'],
  ['GENERATE 1-9 h$ 3600 A 192.0.2.$', 'syntax-directive'],
  [' $GENERATE 1-9 h$ 3600 A 192.0.2.$', 'syntax-directive'],
  ['$INCLUDE', 'syntax-field-missing'],
  ['$INCLUD hosts', 'syntax-directive'],
  ['$INCLUDE hosts "example.com."', 'syntax-quote'],
  ['$INCLUDE hosts example..com.', 'syntax-label-empty'],
];

for (const [line, rule] of LINES) {
  test(`nothing is missed that such a line may make: ${line}`, () => {
    assert.deepEqual(told(`${ZONE}${line}\n${REVERSE}${POINTERS}`), [`example.com.zone:7 ${rule}`]);
  });
}

test('a PTR is not missed where a line that makes some can not be read', () => {
  const hosts = 'h5 3600 IN A 192.0.2.5\nh6 3600 IN A 192.0.2.6\nh7 3600 IN A 192.0.2.7\n';
  for (const line of [
    '$GENERATE 1-x $ 3600 PTR h$.example.com.',
    '$GENERATE 1-9 $ 3600 PTTR h$.example.com.',
    '$GENERATE 1-9 $ 3600 PTR',
    '$GENERATE 1-9 $ 3600 PTR h..$.example.com.',
  ])
    assert.equal(told(`${ZONE}${hosts}${REVERSE}${line}\n`).length, 1, line);
});

test('what the line can not make is missed as before', () => {
  const line = '$GENERATE 1-9 h$ 3600 AA 192.0.2.$\n@ 3600 IN MX 20 gone\n';
  assert.deepEqual(told(ZONE + line), ['example.com.zone:7 syntax-type', 'example.com.zone:8 mx-no-address']);
});

test('a type that is one slip away has its fix, as in a record', () => {
  for (const [line, type] of [
    ['$GENERATE 1-9 h$ AA 192.0.2.$', 'A'],
    ['$GENERATE 1-9 h$ CNAM h$.example.net.', 'CNAME'],
  ] as const) {
    const workbench = new Workbench(`${ZONE}${line}\n`);
    const [fix] = workbench.shown().flatMap((shown) => fixesOf(workbench.engine, shown));
    assert.equal(fix?.title.replace(/ \(.*/, ''), `Change to ${type}`);
  }
});

test('data that no record holds is not filled in', () => {
  const [one, ...others] = new Workbench(`${ZONE}$GENERATE 1-2 h$ TXT "${'b'.repeat(262_141)}"\n`)
    .shown()
    .filter(({ rule }) => rule.startsWith('syntax-'));
  assert.equal(one?.message, 'This word has 262141 characters, more than any rdata holds');
  assert.deepEqual(others, []);
});
