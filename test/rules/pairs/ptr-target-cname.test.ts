import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('the target is an alias of the host that has the address', () => {
  check(`
;- example.com.zone
web   IN CNAME www
;              ^^^ (warning ptr-target-cname: The PTR record of 192.0.2.10 names web.example.com, an alias of www.example.com: it should name the host itself)
www   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  web.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-target-cname: The PTR record of 192.0.2.10 names web.example.com, an alias of www.example.com: it should name the host itself
`);
});

test('an alias of a host that nobody here knows', () => {
  check(`
;- example.com.zone
web   IN CNAME www.example.net.
;              ^^^^^^^^^^^^^^^^ (warning ptr-target-cname: The PTR record of 192.0.2.10 names web.example.com, an alias of www.example.net: it should name the host itself)
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  web.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-target-cname: The PTR record of 192.0.2.10 names web.example.com, an alias of www.example.net: it should name the host itself
`);
});

test('an alias of another host is a mismatch; a classless alias at the owner is fine', () => {
  check(`
;- example.com.zone
web   IN CNAME www
www   IN A    192.0.2.99
;             ^^^^^^^^^^ (warning ptr-mismatch: web.example.com has 192.0.2.99 now, with a PTR record there: that of 192.0.2.10 is left over)
api   IN A    192.0.2.11
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  web.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: web.example.com has 192.0.2.99 now, with a PTR record there: that of 192.0.2.10 is left over
11    IN CNAME 11.0-63
99    IN PTR  www.example.com.
0-63  IN NS   ns.example.com.
;- 0-63.2.0.192.in-addr.arpa.zone
11    IN PTR  api.example.com.
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
web   3600 IN CNAME www
;                   ^^^ (warning ptr-target-cname: The PTR record of 192.0.2.10 names web.example.com, an alias of www.example.com: it should name the host itself)
www   3600 IN A     192.0.2.10
;- 2.0.192.in-addr.arpa.zone secondary
10    3600 IN PTR   web.example.com.
;                   ^^^^^^^^^^^^^^^^ warning ptr-target-cname: The PTR record of 192.0.2.10 names web.example.com, an alias of www.example.com: it should name the host itself
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the PTR of 192.0.2.10 from web.example.com. to www.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
