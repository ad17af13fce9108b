import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

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

test('names of services too, also in a zone whose name is one', () => {
  check(`
;- example.org.zone
_dmarc.example.org        3600 IN TXT "v=DMARC1; p=none"
;<------------------ warning owner-repeats-origin: "_dmarc.example.org" has no final dot, so it means _dmarc.example.org.example.org
k1._domainkey.example.org 3600 IN TXT "v=DKIM1; p="
;<------------------------- warning owner-repeats-origin: "k1._domainkey.example.org" has no final dot, so it means k1._domainkey.example.org.example.org
_x._tcp.example.org       3600 IN SRV 0 0 5060 sip.example.net.
;<------------------- warning owner-repeats-origin: "_x._tcp.example.org" has no final dot, so it means _x._tcp.example.org.example.org
;- _msdcs.example.net.zone
dc1._msdcs.example.net    3600 IN CNAME dc1.example.net.
;<---------------------- warning owner-repeats-origin: "dc1._msdcs.example.net" has no final dot, so it means dc1._msdcs.example.net._msdcs.example.net
`);
});

test('domains below an origin that names a service are meant so', () => {
  check(`
;- example.org.zone
$ORIGIN _report._dmarc.example.org.
example.org       3600 IN TXT "v=DMARC1"
sub.example.org   3600 IN TXT "v=DMARC1"
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

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.org.zone secondary
www.example.org 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.org" has no final dot, so it means www.example.org.example.org
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the missing final dot: www.example.org. (refused: example.org is a secondary zone here: its primary overwrites the change)',
  ]);
});
