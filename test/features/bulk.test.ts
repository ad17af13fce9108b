import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPointers } from '../../src/features/bulk.ts';
import { Workbench } from '../support/workbench.ts';

function added(text: string): { workbench: Workbench; count: number; refused: string[] } {
  const workbench = new Workbench(text);
  const found = workbench.shown().filter(({ rule, primary }) => rule === 'ptr-missing' && primary);
  const { edits, count, refused } = addPointers(workbench.engine, found);
  for (const { file, edits: list } of edits) workbench.store.edit(file.path, [...list].reverse());
  workbench.settle();
  return { workbench, count, refused: [...refused.values()] };
}

test('records at one place stand in the order of their addresses, mail hosts among the others', () => {
  const { workbench, count } = added(`
;- example.com.zone
@    3600 IN MX  10 mail
@    3600 IN TXT "v=spf1 a:mail.example.com -all"
f    3600 IN A   192.0.2.60
mail 3600 IN A   192.0.2.40
a    3600 IN A   192.0.2.10
e    3600 IN A   192.0.2.50
c    3600 IN A   192.0.2.30
;- 2.0.192.in-addr.arpa.zone
@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 3600 900 1209600 300
@ 3600 IN NS ns1.example.com.
`);
  assert.equal(count, 5);
  assert.equal(
    workbench.text('2.0.192.in-addr.arpa.zone'),
    `@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112302 3600 900 1209600 300
@ 3600 IN NS ns1.example.com.
10 3600 IN PTR a.example.com.
30 3600 IN PTR c.example.com.
40 3600 IN PTR mail.example.com.
50 3600 IN PTR e.example.com.
60 3600 IN PTR f.example.com.
`,
  );
});

test('a file that serves two views gets one PTR record for an address', () => {
  const workbench = new Workbench(`
;- named.conf
view inside {
	zone "example.com" { type primary; file "inside.zone"; };
	zone "2.0.192.in-addr.arpa" { type primary; file "reverse.zone"; };
};
view outside {
	zone "example.com" { type primary; file "outside.zone"; };
	zone "2.0.192.in-addr.arpa" { type primary; file "reverse.zone"; };
};
;- inside.zone
www 3600 IN A 192.0.2.10
;- outside.zone
shop 3600 IN A 192.0.2.10
;- reverse.zone
@ 3600 IN NS ns1.example.com.
`);
  const found = workbench.shown().filter(({ rule }) => rule === 'ptr-missing');
  const { edits, count } = addPointers(workbench.engine, found);
  assert.equal(count, 1);
  assert.deepEqual(
    edits.flatMap(({ edits: list }) => list.map(({ text }) => text)),
    ['10 3600 IN PTR www.example.com.\n'],
  );
});

test('what may not be written is left out, and the others are made', () => {
  const { workbench, count, refused } = added(`
;- example.com.zone
a 3600 IN A 192.0.2.10
b 3600 IN A 198.51.100.10
c 3600 IN A 198.51.100.11
;- 2.0.192.in-addr.arpa.zone
9 3600 IN PTR x.example.net.
;- 100.51.198.in-addr.arpa.zone dynamic
9 3600 IN PTR x.example.net.
`);
  assert.equal(count, 1);
  assert.match(workbench.text('2.0.192.in-addr.arpa.zone'), /^10 3600 IN PTR a\.example\.com\.$/m);
  assert.deepEqual(
    refused.map((why) => why.split(':')[0]),
    Array(2).fill('100.51.198.in-addr.arpa takes dynamic updates'),
  );
});

test('the addresses of one $GENERATE line in many networks, which are one finding', () => {
  const { workbench, count } = added(`
;- example.com.zone
$GENERATE 1-3 h$ 3600 IN A 10.0.$.1
;- 10.in-addr.arpa.zone
1.9.0 3600 IN PTR x.example.net.
`);
  assert.equal(count, 3);
  assert.equal(
    workbench.text('10.in-addr.arpa.zone'),
    `1.1.0 IN PTR h1.example.com.
1.2.0 IN PTR h2.example.com.
1.3.0 IN PTR h3.example.com.
1.9.0 3600 IN PTR x.example.net.
`,
  );
});
