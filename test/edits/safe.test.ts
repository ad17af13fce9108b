import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbench } from '../support/workbench.ts';
import { offers, titles } from './mend.ts';

const REVERSE = '2.0.192.in-addr.arpa.zone';

test('safe are the one possible dot and whole addresses as owners, and nothing that deletes, retargets or adds', () => {
  const workbench = new Workbench(`;- example.com.zone
$TTL 60
dot     A 192.0.2.1
label   A 192.0.2.2
whole   A 192.0.2.3
zero    A 192.0.2.4
new     A 192.0.2.5
missing A 192.0.2.6
two     A 192.0.2.7
other   A 192.0.2.8
alias   CNAME real
real    A 192.0.2.9
;- ${REVERSE}
$TTL 60
1 PTR dot.example.com
2 PTR label
192.0.2.3 PTR whole.example.com.
04 PTR zero.example.com.
5 PTR old.example.com.
7 PTR two.example.com.
  PTR three.example.net.
8 PTR two.example.com.
9 PTR alias.example.com.
`);
  assert.deepEqual(
    offers(workbench)
      .filter(({ fix }) => fix.safe)
      .map(({ fix }) => fix.title)
      .sort(),
    ['Add the missing final dot: dot.example.com.', 'Change the owner to 3'],
  );
  assert.ok(offers(workbench).length > 8);
});

test('a whole address as owner is not moved to an owner that exists', () => {
  const found = titles(
    `;- example.com.zone
www A 192.0.2.3
;- ${REVERSE}
192.0.2.3 PTR www.example.com.
3 PTR www.example.com.
`,
    'arpa-full-address-owner',
  );
  assert.deepEqual(found, ['Change the owner to 3 (refused: 192.0.2.3 has a PTR already)']);
});

test('a range is not split where lines below it take their owner from above it', () => {
  const [first] = titles(
    `;- example.com.zone
@    MX 10 mail
     TXT "v=spf1 mx -all"
mail A 192.0.2.25
;- ${REVERSE}
$TTL 60
3 PTR a.example.net.
$GENERATE 20-30 $ PTR host-$.example.net.
  TXT "of 3"
`,
    'ptr-generic',
  );
  assert.match(first ?? '', /refused: lines below this \$GENERATE take their owner from above it/);
});

test('a record is not deleted from under an included file that takes its owner', () => {
  const found = titles(
    `;- ${REVERSE}
$TTL 60
3 PTR a.example.net.
$INCLUDE more.inc
4 PTR c.example.net.
;- more.inc fragment
  PTR b.example.net.
`,
    'ptr-multiple',
  );
  assert.match(
    found.find((title) => title.startsWith('Keep b.')) ?? '',
    /refused: an included file takes its owner from this record/,
  );
});
