import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the host has another address', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.99
;             ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.99 now, with a PTR record there: that of 192.0.2.10 is left over)
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.99 now, with a PTR record there: that of 192.0.2.10 is left over
99    IN PTR  www.example.com.
`);
});

test('several addresses, one of them this one: fine', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.10
www   IN A    192.0.2.11
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
11    IN PTR  WWW.Example.COM.
`);
});

test('names of networks are left alone', () => {
  check(`
;- example.com.zone
net   IN A    192.0.2.1
;- 2.0.192.in-addr.arpa.zone
0     IN PTR  net.example.com.
1     IN PTR  net.example.com.
255   IN PTR  net.example.com.
`);
});

test('on a mail host it is an error', () => {
  check(`
;- example.com.zone
@     IN MX   10 mail
@     IN TXT  "v=spf1 mx -all"
mail  IN A    192.0.2.25
www   IN A    192.0.2.10
;             ^^^^^^^^^^ (error ptr-mismatch: www.example.com has 192.0.2.10, not 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
25    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ error ptr-mismatch: www.example.com has 192.0.2.10, not 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
});

test('in a classless zone, by its label and through its parent', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
b     IN A    192.0.2.11
;             ^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10)
c     IN A    198.51.100.10
d     IN A    198.51.100.11
;             ^^^^^^^^^^^^^ (warning ptr-mismatch: d.example.com has 198.51.100.11, not 198.51.100.10)
;- 0-63.2.0.192.in-addr.arpa.zone
10    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10
11    IN PTR  b.example.com.
;- 100.51.198.in-addr.arpa.zone
10    IN CNAME 10.0-63
11    IN CNAME 11.0-63
0-63  IN NS   ns.example.com.
;- 0-63.100.51.198.in-addr.arpa.zone
10    IN PTR  d.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: d.example.com has 198.51.100.11, not 198.51.100.10
11    IN PTR  d.example.com.
`);
});

test('in views that read the reverse zone from files of their own each must be right', () => {
  check(`
;- in/example.com.zone view=in
www   IN A    192.168.0.10
;             ^^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.168.0.10, not 192.0.2.10)
;- in/2.0.192.in-addr.arpa.zone view=in
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.168.0.10, not 192.0.2.10
;- out/example.com.zone view=out
www   IN A    192.0.2.10
;- out/2.0.192.in-addr.arpa.zone view=out
10    IN PTR  www.example.com.
`);
});

test('a mail host that only a wildcard answers for gets a PTR of its own', () => {
  checkFix(
    `
;- example.com.zone
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
;                  ^^^^^^^^^^ (error ptr-mismatch: 192.0.2.25 has no PTR but that of this wildcard, and any.example.com does not have the address; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
mail  3600 IN AAAA 2001:db8::25
;                  ^^^^^^^^^^^^ (error ptr-mismatch: 2001:db8::25 has no PTR but that of this wildcard, and any.example.com does not have the address; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
www   3600 IN A    192.0.2.26
any   3600 IN A    192.0.2.99
;- 2.0.192.in-addr.arpa.zone
*     3600 IN PTR  any.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and any.example.com has 192.0.2.99 only: for the others no receiver of mail believes it
;                  ^^^^^^^^^^^^^^^^ error ptr-mismatch: 192.0.2.25 has no PTR but that of this wildcard, and any.example.com does not have the address; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
*     3600 IN PTR  any.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and any.example.com has none of these addresses: no receiver of mail believes it
;                  ^^^^^^^^^^^^^^^^ error ptr-mismatch: 2001:db8::25 has no PTR but that of this wildcard, and any.example.com does not have the address; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`,
    'Add "25 3600 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    `
;- 2.0.192.in-addr.arpa.zone
*     3600 IN PTR  any.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and any.example.com has 192.0.2.99 only: for the others no receiver of mail believes it
25    3600 IN PTR  mail.example.com.
`,
  );
});

test('a wildcard that the mail host itself stands behind, and one whose target nobody here knows', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
mail  3600 IN AAAA 2001:db8::25
;- 2.0.192.in-addr.arpa.zone
*     3600 IN PTR  mail.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and mail.example.com has 192.0.2.25 only: for the others no receiver of mail believes it
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
*     3600 IN PTR  any.example.net.
`);
});

test('whose address lacks a PTR has another one of its own, or the wrong address has a name: nothing tells', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-mismatch: a.example.com has 192.0.2.10, not 192.0.2.11)
;             ^^^^^^^^^^ (warning ptr-mismatch: a.example.com has 192.0.2.10, not 192.0.2.12)
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
b     IN A    192.0.2.20
;             ^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 192.0.2.20, not 192.0.2.21)
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.20 in 2.0.192.in-addr.arpa
c     IN A    192.0.2.21
d     IN A    192.0.2.30
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.30 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
11    IN PTR  a.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
;< (warning ptr-missing: No PTR record for 192.0.2.20 in 2.0.192.in-addr.arpa)
;< (warning ptr-missing: No PTR record for 192.0.2.30 in 2.0.192.in-addr.arpa)
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: a.example.com has 192.0.2.10, not 192.0.2.11
12    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: a.example.com has 192.0.2.10, not 192.0.2.12
21    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 192.0.2.20, not 192.0.2.21
0     IN PTR  d.example.com.
`);
});

test('the address has the PTR of another host that has it too', () => {
  check(`
;- example.com.zone
alpha IN A    192.0.2.30
beta  IN A    192.0.2.30
;             ^^^^^^^^^^ (warning ptr-mismatch: beta.example.com has 192.0.2.30, not 192.0.2.31: the PTR record of 192.0.2.30 names alpha.example.com)
;- 2.0.192.in-addr.arpa.zone
30    IN PTR  alpha.example.com.
31    IN PTR  beta.example.com.
;             ^^^^^^^^^^^^^^^^^ warning ptr-mismatch: beta.example.com has 192.0.2.30, not 192.0.2.31: the PTR record of 192.0.2.30 names alpha.example.com
`);
});

test('left over in a classless zone that is held without the zone above it', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.66
;             ^^^^^^^^^^ (warning ptr-mismatch: a.example.com has 192.0.2.66 now, with a PTR record there: that of 192.0.2.67 is left over)
;- 64-79.2.0.192.in-addr.arpa.zone
66    IN PTR  a.example.com.
67    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: a.example.com has 192.0.2.66 now, with a PTR record there: that of 192.0.2.67 is left over
`);
});

test('an address that stands twice is named once', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.99
;             ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.99, not 192.0.2.10)
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.99 in 2.0.192.in-addr.arpa
www 3600 IN A 192.0.2.99
;<------------------------ warning record-duplicate: www.example.com has this A record already
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.99 in 2.0.192.in-addr.arpa)
;              ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.99, not 192.0.2.10
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www   3600 IN A    192.0.2.99
;                  ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.99 now, with a PTR record there: that of 192.0.2.10 is left over)
;- 2.0.192.in-addr.arpa.zone secondary
10    3600 IN PTR  www.example.com.
;                  ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.99 now, with a PTR record there: that of 192.0.2.10 is left over
99    3600 IN PTR  www.example.com.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Delete "10 3600 IN PTR www.example.com." from 2.0.192.in-addr.arpa (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
    'Add "www 3600 IN A 192.0.2.10" to example.com (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
