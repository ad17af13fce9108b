import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../src/report/fixes.ts';
import { Workbench } from '../support/workbench.ts';

const HEAD = ';- example.com.zone\n@ 3600 IN SOA ns1 hostmaster 1 1h 1h 1h 1h\n';

/** A line, the column of its finding, the title of its mend, and the line that this leaves. */
const PASTED: readonly (readonly [line: string, column: number, title: string, mended: string])[] = [
  ['@ 60 TXT \u201cv=spf1 mx -all\u201d ; mail', 9, 'Replace both marks by "', '@ 60 TXT "v=spf1 mx -all" ; mail'],
  ['a\t60\tTXT\t\u2018a\u2019\r', 9, 'Replace both marks by "', 'a\t60\tTXT\t"a"\r'],
  ['a 60 TXT ( \u201ea b\u201c  \u201cc\u201d )', 11, 'Replace the 4 marks by "', 'a 60 TXT ( "a b"  "c" )'],
  ['k 60 TXT \u201cv=TEST1; k=rsa; p=AAAA\u201d', 9, 'Replace both marks by "', 'k 60 TXT "v=TEST1; k=rsa; p=AAAA"'],
  ['@ 60 CAA 0 issue \u201cca.example.net\u201d', 17, 'Replace both marks by "', '@ 60 CAA 0 issue "ca.example.net"'],
  ['@ 60 TXT "v=spf1\u00a0mx -all"', 16, 'Replace it by a blank', '@ 60 TXT "v=spf1 mx -all"'],
];

for (const [line, column, title, mended] of PASTED) {
  test(`pasted from a page: ${line}`, () => {
    const workbench = new Workbench(`${HEAD}${line}\n`);
    const [shown, ...others] = workbench.shown();
    assert.equal(others.length, 0);
    assert.deepEqual([shown?.rule, shown?.range.start.character], ['syntax-character', column]);
    const [fix] = shown ? fixesOf(workbench.engine, shown) : [];
    assert.equal(fix?.title.replace(/ \(serial.*/, ''), title);
    for (const { file, edits } of fix?.edits ?? []) workbench.store.edit(file.path, [...edits].reverse());
    workbench.settle();
    assert.equal(workbench.text('example.com.zone').split('\n')[1], mended);
    assert.deepEqual(workbench.shown(), []);
  });
}

test('what may be meant is left, and nothing is guessed', () => {
  for (const line of ['a 60 TXT "a \u201cb\u201d c"', 'a 60 TXT don\u2019t', 'a 60 TXT "caf\u00e9\u00a0a"'])
    assert.deepEqual(new Workbench(`${HEAD}${line}\n`).shown(), [], line);
  for (const line of ['a 60 TXT \u201ca', `a 60 TXT \u201c${'a b '.repeat(70)}\u201d`, 'a 60 TXT \u201ca"b\u201d"']) {
    const workbench = new Workbench(`${HEAD}${line}\n`);
    assert.deepEqual(
      workbench.shown().flatMap((shown) => fixesOf(workbench.engine, shown).filter(({ title }) => /marks/.test(title))),
      [],
      line,
    );
  }
});
