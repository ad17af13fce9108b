import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the alias is put between its neighbours', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A     192.0.2.5
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
0-63  3600 IN NS    ns1.example.com.
;<------------------------------------ (error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
4     3600 IN CNAME 4.0-63
6     3600 IN CNAME 6.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
4     3600 IN PTR   a.example.net.
5     3600 IN PTR   www.example.com.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
6     3600 IN PTR   b.example.net.
`,
    'Add "5 3600 IN CNAME 5.0-63.2.0.192.in-addr.arpa." to 2.0.192.in-addr.arpa (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A     192.0.2.5
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
0-63  3600 IN NS    ns1.example.com.
4     3600 IN CNAME 4.0-63
5     3600 IN CNAME 5.0-63.2.0.192.in-addr.arpa.
6     3600 IN CNAME 6.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
4     3600 IN PTR   a.example.net.
5     3600 IN PTR   www.example.com.
6     3600 IN PTR   b.example.net.
`,
  );
});

test('a zone without any alias: one finding', () => {
  check(`
;- example.com.zone
www   3600 IN A     192.0.2.5
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
;<------------------------------------ (error arpa-classless-missing-cname: 3 PTR records of 0-63.2.0.192.in-addr.arpa are not found: 2.0.192.in-addr.arpa has no CNAME records that lead there)
;- 0-63.2.0.192.in-addr.arpa.zone
3     3600 IN PTR   a.example.net.
;<- error arpa-classless-missing-cname: 3 PTR records of 0-63.2.0.192.in-addr.arpa are not found: 2.0.192.in-addr.arpa has no CNAME records that lead there
5     3600 IN PTR   www.example.com.
6     3600 IN PTR   b.example.net.
`);
});

test('no host has the address', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
;<------------------------------------ (error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
;- 0-63.2.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.net.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
70    3600 IN PTR   www.example.net.
;<-- warning arpa-classless-range: 70 lies outside 0-63.2.0.192.in-addr.arpa, which covers 0 to 63: no look-up comes to this PTR record
`);
});

test('a label in no known form: the host tells', () => {
  check(`
;- example.com.zone
www   3600 IN A     192.0.2.5
;- 2.0.192.in-addr.arpa.zone
customer 3600 IN NS    ns1.example.com.
;<--------------------------------------- (error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in customer.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
;- customer.2.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.com.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in customer.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
6     3600 IN PTR   mail.example.com.
;                   ^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: mail.example.com does not exist in example.com, so it does not confirm 6.customer.2.0.192.in-addr.arpa
`);
});

test('the zone above is not held, or does not delegate', () => {
  check(`
;- 0-63.2.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.net.
;- 3.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;- 0-63.3.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.net.
`);
});

test('aliases by $GENERATE, and a wildcard', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
$GENERATE 0-63 $ CNAME $.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.net.
;- 3.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
*     3600 IN CNAME other.example.net.
;- 0-63.3.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.net.
`);
});

test('a name below an address is in no classless zone, and the fault is told once', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
;<------------------------------------ (error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
5.7   3600 IN PTR   www.example.net.
;<--- error arpa-label-count: 5.7.2.0.192.in-addr.arpa has 5 octets, an address has 4
;- 0-63.2.0.192.in-addr.arpa.zone
5     3600 IN PTR   www.example.net.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- 2.0.192.in-addr.arpa.zone secondary
0-63        3600 IN NS    ns1.example.com.
;<------------------------------------------ (error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
4           3600 IN CNAME 4.0-63
;- 0-63.2.0.192.in-addr.arpa.zone secondary
4           3600 IN PTR   www.example.net.
5           3600 IN PTR   mail.example.net.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add "5 3600 IN CNAME 5.0-63.2.0.192.in-addr.arpa." to 2.0.192.in-addr.arpa (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
