import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandGenerate } from '../../../src/features/refactor/expand-generate.ts';
import { foldGenerate } from '../../../src/features/refactor/fold-generate.ts';
import { offered, refactor, titles } from './refactor.ts';

const generated = `
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
$GENERATE 10-12 $<|> IN PTR host$.example.com.
`;

test('a $GENERATE line is written out', () => {
  refactor(
    expandGenerate,
    generated,
    'Expand $GENERATE to 3 records',
    `
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
10 IN PTR host10.example.com.
11 IN PTR host11.example.com.
12 IN PTR host12.example.com.
`,
  );
});

test('lines end as those of the file do', () => {
  const { all } = offered(expandGenerate, generated.replace(/(?<=[0.])\n/g, '\r\n'));
  const [made] = all.flatMap(({ edits }) => edits.flatMap((edit) => edit.edits.map(({ text }) => text)));
  assert.match(made ?? '', /^10 IN PTR .*\r\n11 IN PTR .*\r\n12 IN PTR /);
});

test('steps, offsets, widths, and TTLs', () => {
  refactor(
    expandGenerate,
    `
;- example.com.zone
$TTL 3600
$GENERATE 2-6/2 host\${100,4,d}<|> 300 A 192.0.2.$
`,
    'Expand $GENERATE to 3 records',
    `
;- example.com.zone
$TTL 3600
host0102 300 A 192.0.2.2
host0104 300 A 192.0.2.4
host0106 300 A 192.0.2.6
`,
  );
});

test('refused where a comment would be lost, where it makes too many, and where lines below take their owner', () => {
  const at = (line: string, more = '') =>
    titles(expandGenerate, `\n;- example.com.zone\n$TTL 3600\nfirst A 192.0.2.1\n${line}\n${more}`);
  assert.deepEqual(at('$GENERATE 1-3 host$<|> A 192.0.2.$ ; customers'), [
    'Expand $GENERATE to 3 records (refused: the comment behind it would be lost: put it on a line of its own)',
  ]);
  assert.deepEqual(at('$GENERATE 1-5000 host$<|> A 192.0.2.1'), [
    'Expand $GENERATE to 5000 records (refused: more than 4096 lines are too many)',
  ]);
  assert.deepEqual(at('$GENERATE 1-3 host$<|> A 192.0.2.$', '  TXT "of the first"\n'), [
    'Expand $GENERATE to 3 records (refused: the records of example.com would be others)',
  ]);
  assert.deepEqual(at('host1<|> A 192.0.2.2'), []);
});

const written = `
;- example.com.zone
$TTL 3600
ns1  A 192.0.2.53
host7<|> A 192.0.2.107
host8 A 192.0.2.108
host9 A 192.0.2.109
host10 A 192.0.2.110
mail A 192.0.2.25
`;

test('records that count become a $GENERATE line, around the cursor', () => {
  const folded = `
;- example.com.zone
$TTL 3600
ns1  A 192.0.2.53
$GENERATE 7-10 host$ A 192.0.2.\${100}
mail A 192.0.2.25
`;
  refactor(foldGenerate, written, 'Fold 4 records into $GENERATE', folded);
  refactor(
    foldGenerate,
    written.replace('<|>', '').replace('host9', 'host9<|>'),
    'Fold 4 records into $GENERATE',
    folded,
  );
});

test('padded numbers, steps, and a selection', () => {
  refactor(
    foldGenerate,
    `
;- example.com.zone
$TTL 3600
<|>h08 300 IN A 192.0.2.8
h10 300 IN A 192.0.2.10
h12 300 IN A 192.0.2.12
`,
    'Fold 3 records into $GENERATE',
    `
;- example.com.zone
$TTL 3600
$GENERATE 8-12/2 h\${0,2,d} 300 IN A 192.0.2.$
`,
    3,
  );
});

test('two records, other types, comments and gaps are no series', () => {
  const of = (...lines: string[]) => titles(foldGenerate, `\n;- example.com.zone\n$TTL 3600\n<|>${lines.join('\n')}\n`);
  assert.deepEqual(of('h1 A 192.0.2.1', 'h2 A 192.0.2.2'), []);
  assert.deepEqual(of('h1 A 192.0.2.1', 'h2 A 192.0.2.2', 'h3 A 192.0.2.4'), []);
  assert.deepEqual(of('h1 A 192.0.2.1', 'h2 A 192.0.2.2 ; mine', 'h3 A 192.0.2.3'), []);
  assert.deepEqual(of('h1 A 192.0.2.1', '', 'h2 A 192.0.2.2', 'h3 A 192.0.2.3'), []);
  assert.deepEqual(of('h1 300 A 192.0.2.1', 'h2 A 192.0.2.2', 'h3 A 192.0.2.3'), []);
});

test('what is folded and written out again is the same', () => {
  refactor(
    expandGenerate,
    `
;- example.com.zone
$TTL 3600
$GENERATE 7-10 host$<|> A 192.0.2.\${100}
`,
    'Expand $GENERATE to 4 records',
    `
;- example.com.zone
$TTL 3600
host7 A 192.0.2.107
host8 A 192.0.2.108
host9 A 192.0.2.109
host10 A 192.0.2.110
`,
  );
});
