import { test } from 'node:test';
import { check, checkFix } from '../support/check.ts';

test('the owner has the zone twice: one finding, and nothing of its address and its PTR', () => {
  check(`
;- example.org.zone
www.example.org 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.org" has no final dot, so it means www.example.org.example.org
web.example.org 3600 IN A 192.0.2.11
;<--------------- warning owner-repeats-origin: "web.example.org" has no final dot, so it means web.example.org.example.org
                3600 IN TXT "x"
;- 2.0.192.in-addr.arpa.zone
10   3600 IN PTR www.example.org.
`);
});

test('the PTR of a second name is made for that one', () => {
  checkFix(
    `
;- example.org.zone
www.example.org 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.org" has no final dot, so it means www.example.org.example.org
web             3600 IN A 192.0.2.10
;                         ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR other.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
`,
    /PTR/,
    `
;- 2.0.192.in-addr.arpa.zone
10 IN PTR web.example.org.
11   3600 IN PTR other.example.net.
`,
  );
});

test('a name of its own, written so, is fine', () => {
  check(`
;- example.org.zone
www.example.org.example.org. 3600 IN A 192.0.2.10
example.org._report._dmarc   3600 IN TXT "v=DMARC1"
other.example.net            3600 IN A 192.0.2.12
`);
});

test('below another origin too', () => {
  check(`
;- example.org.zone
$ORIGIN sub.example.org.
www.example.org 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.org" has no final dot, so it means www.example.org.sub.example.org
`);
});

test('the dot moves the record', () => {
  checkFix(
    `
;- example.org.zone
www.example.org 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.org" has no final dot, so it means www.example.org.example.org
`,
    /final dot/,
    `
;- example.org.zone
www.example.org. 3600 IN A 192.0.2.10
`,
  );
});
