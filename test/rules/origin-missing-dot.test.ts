import { test } from 'node:test';
import { check, checkFix } from '../support/check.ts';

test('an origin with the name of its zone and no final dot', () => {
  check(`
;- example.com.zone
$ORIGIN sub.example.com
;       ^^^^^^^^^^^^^^^ warning origin-missing-dot: "sub.example.com" has no final dot, so it means sub.example.com.example.com
www 3600 IN A 192.0.2.10
$ORIGIN example.com.
$INCLUDE part example.com
;             ^^^^^^^^^^^ warning origin-missing-dot: "example.com" has no final dot, so it means example.com.example.com
;- part fragment
a   3600 IN A 192.0.2.11
`);
});

test('in a reverse zone', () => {
  check(`
;- 10.in-addr.arpa.zone
$ORIGIN 2.1.10.in-addr.arpa
;       ^^^^^^^^^^^^^^^^^^^ warning origin-missing-dot: "2.1.10.in-addr.arpa" has no final dot, so it means 2.1.10.in-addr.arpa.10.in-addr.arpa
3 3600 IN TXT "x"
`);
});

test('origins that are meant so', () => {
  check(`
;- example.com.zone
$ORIGIN sub
www 3600 IN A 192.0.2.10
$ORIGIN a.b
www 3600 IN A 192.0.2.11
$ORIGIN sub.example.com.
www 3600 IN A 192.0.2.12
$ORIGIN com
www 3600 IN A 192.0.2.13
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$ORIGIN sub.example.com
;       ^^^^^^^^^^^^^^^ warning origin-missing-dot: "sub.example.com" has no final dot, so it means sub.example.com.example.com
www 3600 IN A 192.0.2.10
`,
    'Add the missing final dot: sub.example.com.',
    `
;- example.com.zone
$ORIGIN sub.example.com.
www 3600 IN A 192.0.2.10
`,
  );
});

test('of the hosts below it, their PTR records and their aliases nothing more is said', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
$ORIGIN dev.example.com
;       ^^^^^^^^^^^^^^^ warning origin-missing-dot: "dev.example.com" has no final dot, so it means dev.example.com.example.com
git IN A 192.0.2.40
    IN AAAA 2001:db8::40
ci IN CNAME git
$GENERATE 50-52 h$ A 192.0.2.$
$ORIGIN lab
x IN A 192.0.2.60
;- 2.0.192.in-addr.arpa.zone
40 3600 IN PTR git.dev.example.com.
40 3600 IN PTR ci.dev.example.com.
$GENERATE 50-52 $ 3600 IN PTR h$.dev.example.com.
60 3600 IN PTR x.lab.dev.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR ns.example.net.
`,
    'Add the missing final dot: dev.example.com.',
    `
`,
  );
});

test('nor of PTR records below it and the addresses that they are meant for', () => {
  check(`
;- example.com.zone
a 3600 IN A 10.1.2.3
b 3600 IN A 10.1.2.4
c 3600 IN A 10.1.3.1
;           ^^^^^^^^ warning ptr-missing: No PTR record for 10.1.3.1 in 10.in-addr.arpa
;- 10.in-addr.arpa.zone
$ORIGIN 2.1.10.in-addr.arpa
;< (warning ptr-missing: No PTR record for 10.1.3.1 in 10.in-addr.arpa)
;       ^^^^^^^^^^^^^^^^^^^ warning origin-missing-dot: "2.1.10.in-addr.arpa" has no final dot, so it means 2.1.10.in-addr.arpa.10.in-addr.arpa
3 3600 IN PTR a.example.com.
4 3600 IN PTR b.example.com.
`);
});

test('names that are written with their zone twice and with the final dot are looked at', () => {
  check(`
;- example.com.zone
$ORIGIN dev.example.com.example.com.
git 3600 IN A 192.0.2.40
;             ^^^^^^^^^^ (warning ptr-stale: git.dev.example.com is gone, and 192.0.2.40 belongs to git.dev.example.com.example.com now: renamed?)
;- 2.0.192.in-addr.arpa.zone
40 3600 IN PTR git.dev.example.com.
;              ^^^^^^^^^^^^^^^^^^^^ warning ptr-stale: git.dev.example.com is gone, and 192.0.2.40 belongs to git.dev.example.com.example.com now: renamed?
`);
});

test('above the SOA it is the error that the SOA would be, and nothing more is said of the PTR records', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
$ORIGIN example.com
;       ^^^^^^^^^^^ error origin-missing-dot: "example.com" has no final dot, so it means example.com.example.com: servers refuse the zone, as its SOA is not at its apex
@ IN SOA ns1.example.net. hostmaster.example.net. 1 4h 1h 2w 1h
  IN NS ns1.example.net.
www IN A 192.0.2.40
    IN AAAA 2001:db8::40
;- 2.0.192.in-addr.arpa.zone
40 3600 IN PTR www.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
0.4.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`,
    'Add the missing final dot: example.com.',
    `
;- example.com.zone
$TTL 1h
$ORIGIN example.com.
@ IN SOA ns1.example.net. hostmaster.example.net. 1 4h 1h 2w 1h
  IN NS ns1.example.net.
www IN A 192.0.2.40
    IN AAAA 2001:db8::40
`,
  );
});

test('an SOA whose origin has its dot is told by itself', () => {
  check(`
;- example.com.zone
$TTL 1h
$ORIGIN sub.example.com
;       ^^^^^^^^^^^^^^^ warning origin-missing-dot: "sub.example.com" has no final dot, so it means sub.example.com.example.com
www IN A 192.0.2.40
$ORIGIN sub.example.com.
@ IN SOA ns1.example.net. hostmaster.example.net. 1 4h 1h 2w 1h
;<- error soa-not-apex: The SOA of sub.example.com stands in the zone example.com: an SOA belongs to the apex, example.com
`);
});
