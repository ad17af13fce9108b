import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('two hosts', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
b     IN A    192.0.2.11
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10
11    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ (warning ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10)
`);
});

test('one of them is a mail host', () => {
  check(`
;- example.com.zone
@     IN MX   10 b
a     IN A    192.0.2.10
b     IN A    192.0.2.11
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ error ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10; b.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
11    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ (error ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10; b.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
`);
});

test('three in a ring are mismatches', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-mismatch: a.example.com has 192.0.2.10, not 192.0.2.12)
b     IN A    192.0.2.11
;             ^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10)
c     IN A    192.0.2.12
;             ^^^^^^^^^^ (warning ptr-mismatch: c.example.com has 192.0.2.12, not 192.0.2.11)
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10
11    IN PTR  c.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: c.example.com has 192.0.2.12, not 192.0.2.11
12    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: a.example.com has 192.0.2.10, not 192.0.2.12
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
a     3600 IN A    192.0.2.10
b     3600 IN A    192.0.2.11
;- 2.0.192.in-addr.arpa.zone secondary
10    3600 IN PTR  b.example.com.
;                  ^^^^^^^^^^^^^^ warning ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10
11    3600 IN PTR  a.example.com.
;                  ^^^^^^^^^^^^^^ (warning ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10)
`);
  assert.deepEqual(fixTitles(workbench), [
    'Swap the PTRs: 192.0.2.10 to a.example.com., 192.0.2.11 to b.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('one out of a $GENERATE line is not swapped: both are mismatches', () => {
  check(`
;- example.com.zone
b     3600 IN A    192.0.2.11
;                  ^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10)
x11   3600 IN A    192.0.2.10
;                  ^^^^^^^^^^ (warning ptr-mismatch: x11.example.com has 192.0.2.10, not 192.0.2.11)
x12   3600 IN A    192.0.2.12
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR  b.example.com.
;                  ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10
$GENERATE 11-12 $ 3600 IN PTR x$.example.com.
;                             ^^^^^^^^^^^^^^^ warning ptr-mismatch: x11.example.com has 192.0.2.10, not 192.0.2.11
`);
});
