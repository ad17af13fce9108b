import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../src/report/fixes.ts';
import { Workbench } from '../support/workbench.ts';

const HEAD = ';- example.com.zone\n@ 3600 IN SOA ns1 hostmaster 1 1h 1h 1h 1h\n@ 60 MX 0 .\n';
const SINGLE = 'Replace both marks by "';
const WITHOUT = 'Remove the quotation marks inside';
const WITHIN = 'Keep them in the text, as \\"';

/** A line, the column of its finding, the titles of its mends, and the line that the first one leaves. */
const MISPLACED: readonly (readonly [line: string, column: number, titles: readonly string[], mended: string])[] = [
  ["a 60 TXT 'v=spf1 -all'", 9, [SINGLE], 'a 60 TXT "v=spf1 -all"'],
  ["_dmarc 60 TXT 'v=DMARC1; p=reject' ; mail", 14, [SINGLE], '_dmarc 60 TXT "v=DMARC1; p=reject" ; mail'],
  ["a 60 TXT ( 'a b'\t'c' )", 11, ['Replace the 4 marks by "'], 'a 60 TXT ( "a b"\t"c" )'],
  ["a 60 CAA 0 issue 'ca.example.net'", 17, [SINGLE], 'a 60 CAA 0 issue "ca.example.net"'],
  ['a 60 TXT "v=spf1 "-all""', 17, [WITHOUT, WITHIN], 'a 60 TXT "v=spf1 -all"'],
  ['a 60 TXT ""v=spf1 -all""', 10, [WITHOUT, WITHIN], 'a 60 TXT "v=spf1 -all"'],
  ['a 60 TXT "say "hello" to all"', 14, [WITHIN, WITHOUT], 'a 60 TXT "say \\"hello\\" to all"'],
  ['a 60 TXT "one" "say "hello""', 20, [], ''],
  ['a 60 TXT "a"b', 11, [], ''],
];

for (const [line, column, titles, mended] of MISPLACED) {
  test(`quotation marks that do not quote what they should: ${line}`, () => {
    const workbench = new Workbench(`${HEAD}${line}\n`);
    const [shown, ...others] = workbench.shown();
    assert.deepEqual(others, []);
    const severity = /['"]v=/.test(line) ? 'error' : 'warning';
    assert.deepEqual([shown?.rule, shown?.severity, shown?.range.start.character], ['syntax-quote', severity, column]);
    const fixes = shown ? fixesOf(workbench.engine, shown) : [];
    assert.deepEqual(
      fixes.map(({ title }) => title.replace(/ \(serial.*/, '')),
      titles,
    );
    if (!fixes[0]) return;
    for (const { file, edits } of fixes[0].edits) workbench.store.edit(file.path, [...edits].reverse());
    workbench.settle();
    assert.equal(workbench.text('example.com.zone').split('\n')[2], mended);
    assert.deepEqual(workbench.shown(), []);
  });
}

test('apostrophes, strings side by side and escaped marks are meant as they stand', () => {
  for (const line of [
    "a 60 TXT it's",
    "a 60 TXT '90s",
    "a 60 TXT 'tis john's",
    'a 60 TXT "a""b"',
    'a 60 TXT "a\\"b\\""',
  ])
    assert.deepEqual(new Workbench(`${HEAD}${line}\n`).shown(), [], line);
});

test('a mark right behind the type begins a string, and other types have strings side by side', () => {
  for (const line of ['a 60 TXT"v=spf1 -all"', 'a 60 HINFO "a"b'])
    assert.deepEqual(
      new Workbench(`${HEAD}${line}\n`).shown().filter(({ rule }) => rule === 'syntax-quote'),
      [],
      line,
    );
});
