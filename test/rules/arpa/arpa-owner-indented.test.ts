import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('behind a PTR of another address', () => {
  checkFix(
    `
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
2      PTR ns.example.com.
 25    PTR mail.example.com.
;^^ error arpa-owner-indented: The line begins with a blank, so 25 is a TTL, and this the PTR of 192.0.2.2: mail.example.com has 192.0.2.25
`,
    'Remove the blank in front of "25"',
    `
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
2      PTR ns.example.com.
25    PTR mail.example.com.
`,
  );
});

test('behind the records of the apex, and several of them', () => {
  checkFix(
    `
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
www    3600 IN A   192.0.2.80
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@      NS  ns1.example.net.
  2    IN PTR ns.example.com.
; ^ error arpa-owner-indented: The line begins with a blank, so 2 is a TTL, and this the PTR of 2.0.192.in-addr.arpa: ns.example.com has 192.0.2.2
  25   IN PTR mail.example.com.
; ^^ error arpa-owner-indented: The line begins with a blank, so 25 is a TTL, and this the PTR of 2.0.192.in-addr.arpa: mail.example.com has 192.0.2.25
80     IN PTR www.example.com.
`,
    'Remove the blank in front of "2"',
    `
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
www    3600 IN A   192.0.2.80
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@      NS  ns1.example.net.
2    IN PTR ns.example.com.
  25   IN PTR mail.example.com.
; ^^ error arpa-owner-indented: The line begins with a blank, so 25 is a TTL, and this the PTR of 192.0.2.2: mail.example.com has 192.0.2.25
80     IN PTR www.example.com.
`,
  );
});

test('a nibble', () => {
  check(`
;- example.com.zone
ns     3600 IN AAAA 2001:db8::2
www    3600 IN AAAA 2001:db8::5
;- 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
$TTL 1h
2      PTR ns.example.com.
 5     PTR www.example.com.
;^ error arpa-owner-indented: The line begins with a blank, so 5 is a TTL, and this the PTR of 2001:db8::2: www.example.com has 2001:db8::5
`);
});

test('a TTL that is one', () => {
  check(`
;- example.com.zone
ns     3600 IN A   192.0.2.2
ns     3600 IN A   192.0.2.60
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.60 in 2.0.192.in-addr.arpa
mail   3600 IN A   192.0.2.25
;                  ^^^^^^^^^^ (warning ptr-mismatch: mail.example.com has 192.0.2.25, not 192.0.2.2)
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa
www    3600 IN A   192.0.2.30
;                  ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.30 now, with a PTR record there: that of 192.0.2.2 is left over)
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
;< (warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa)
;< (warning ptr-missing: No PTR record for 192.0.2.60 in 2.0.192.in-addr.arpa)
2      PTR ns1.example.net.
;<--------------------------- hint ptr-multiple: 192.0.2.2 has 2 PTR records: ns1.example.net and ns.example.com
 60    PTR ns.example.com.
2 25   PTR mail.example.com.
; ^^ warning ttl-differs: This PTR record of 2.2.0.192.in-addr.arpa has the TTL 25, the first one 3600: a set has one TTL, and BIND takes that of the first
;          ^^^^^^^^^^^^^^^^^ warning ptr-mismatch: mail.example.com has 192.0.2.25, not 192.0.2.2
 30    PTR www.example.com.
;          ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.30 now, with a PTR record there: that of 192.0.2.2 is left over
30     PTR www.example.com.
`);
});

test('where the lines below would go along, or the order is another, the blank stays', () => {
  const workbench = check(`
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
www    3600 IN A   192.0.2.80
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
2      PTR ns.example.com.
 IN 80 PTR www.example.com.
;   ^^ error arpa-owner-indented: The line begins with a blank, so 80 is a TTL, and this the PTR of 192.0.2.2: www.example.com has 192.0.2.80
 25    PTR mail.example.com.
;^^ error arpa-owner-indented: The line begins with a blank, so 25 is a TTL, and this the PTR of 192.0.2.2: mail.example.com has 192.0.2.25
       TXT text
`);
  assert.deepEqual(fixTitles(workbench), [
    'Remove the blank in front of "25" (refused: a line below takes its owner from above too: give it the owner that it is for)',
  ]);
});

test('a new PTR does not take the TTL that is none', () => {
  checkFix(
    `
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
www    3600 IN A   192.0.2.80
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.80 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
;< (warning ptr-missing: No PTR record for 192.0.2.80 in 2.0.192.in-addr.arpa)
2      PTR ns.example.com.
 25    PTR mail.example.com.
;^^ error arpa-owner-indented: The line begins with a blank, so 25 is a TTL, and this the PTR of 192.0.2.2: mail.example.com has 192.0.2.25
`,
    /^Add "80/,
    `
;- example.com.zone
ns     3600 IN A   192.0.2.2
mail   3600 IN A   192.0.2.25
www    3600 IN A   192.0.2.80
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
2      PTR ns.example.com.
 25    PTR mail.example.com.
;^^ error arpa-owner-indented: The line begins with a blank, so 25 is a TTL, and this the PTR of 192.0.2.2: mail.example.com has 192.0.2.25
80     PTR www.example.com.
`,
  );
});
