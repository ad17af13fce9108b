import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('several names of one address', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
b     IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  a.example.com.
;<---------------------------- hint ptr-multiple: 192.0.2.10 has 2 PTR records: a.example.com and b.example.com
10    IN PTR  b.example.com.
`);
});

test('on a mail host it is an error', () => {
  check(`
;- example.com.zone
@     IN MX   10 a
a     IN A    192.0.2.10
b     IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  a.example.com.
;<---------------------------- error ptr-multiple: 192.0.2.10 has 2 PTR records: a.example.com and b.example.com; a.example.com sends mail for example.com: receivers look at one of them, in no fixed order
      IN PTR  b.example.com.
`);
});

test('several names and one PTR are fine', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
b     IN A    192.0.2.10
;- example.org.zone
www   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  a.example.com.
`);
});

test('a second name in a series of a classless zone whose label tells no address', () => {
  const counted = [1, 2, 3, 4, 5, 6].map((n) => `${n}    IN PTR  p${n}.example.net.\n`).join('');
  const found = new Workbench(`
;- customer.2.0.192.in-addr.arpa.zone
${counted}3    IN PTR  other.example.net.
`).shown();
  assert.deepEqual(found.map(({ rule }) => rule).sort(), ['arpa-zone-name', 'ptr-generic-series']);
});

test('a second name in a series, before it or behind it', () => {
  const line = '$GENERATE 1-9 $ IN PTR h$.example.net.\n';
  const second = '5 IN PTR db.example.net.\n';
  for (const text of [line + second, second + line]) {
    const found = new Workbench(`
;- 2.0.192.in-addr.arpa.zone
${text}`).shown();
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['ptr-generic-series'],
    );
    assert.match(found[0]?.message ?? '', /^9 PTR/);
  }
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
a     3600 IN A    192.0.2.10
b     3600 IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone secondary
10    3600 IN PTR  a.example.com.
;<--------------------------------- hint ptr-multiple: 192.0.2.10 has 2 PTR records: a.example.com and b.example.com
10    3600 IN PTR  b.example.com.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Keep a.example.com. as the only PTR of 192.0.2.10, delete b.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
    'Keep b.example.com. as the only PTR of 192.0.2.10, delete a.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
