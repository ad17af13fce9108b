import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the owner moves to the address of the target', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
2.30  3600 IN PTR  www.example.com.
;<---- error arpa-octets-swapped: This is the PTR of 192.0.30.2, but www.example.com has 192.0.2.30: the octets stand in another order
`,
    'Change the owner to 30.2',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
30.2  3600 IN PTR  www.example.com.
`,
  );
});

test('nibbles of a group', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::12
;- 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
1.2.0.0 3600 IN PTR www.example.com.
;<------- error arpa-octets-swapped: This is the PTR of 2001:db8::21, but www.example.com has 2001:db8::12: the nibbles stand in another order
`,
    'Change the owner to 2.1.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::12
;- 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
2.1.0.0 3600 IN PTR www.example.com.
`,
  );
});

test('the target has its PTR: a mismatch', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;                  ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.30 now, with a PTR record there: that of 192.0.30.2 is left over)
;- 0.192.in-addr.arpa.zone
2.30  3600 IN PTR  www.example.com.
;                  ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.30 now, with a PTR record there: that of 192.0.30.2 is left over
30.2  3600 IN PTR  www.example.com.
`);
});

test('another host has the address: a mismatch', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;                  ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.30, not 192.0.30.2)
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.30 in 0.192.in-addr.arpa
new   3600 IN A    192.0.30.2
;- 0.192.in-addr.arpa.zone
2.30  3600 IN PTR  www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.30 in 0.192.in-addr.arpa)
;                  ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.30, not 192.0.30.2
`);
});

test('other octets: a mismatch', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;                  ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.30, not 192.0.30.3)
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.30 in 0.192.in-addr.arpa
;- 0.192.in-addr.arpa.zone
3.30  3600 IN PTR  www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.30 in 0.192.in-addr.arpa)
;                  ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.30, not 192.0.30.3
`);
});

test('a target that is not held', () => {
  check(`
;- 0.192.in-addr.arpa.zone
2.30  3600 IN PTR  www.example.net.
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www   3600 IN A   192.0.2.30
;- 0.192.in-addr.arpa.zone secondary
2.30  3600 IN PTR www.example.com.
;<---- error arpa-octets-swapped: This is the PTR of 192.0.30.2, but www.example.com has 192.0.2.30: the octets stand in another order
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the owner to 30.2 (refused: 0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
