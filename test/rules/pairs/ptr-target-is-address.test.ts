import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('with and without a final dot, IPv6 too', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.30
;             ^^^^^^^^^^ (error ptr-target-is-address: "192.0.2.30." is an address: a PTR record names the host that has 192.0.2.30)
;- 2.0.192.in-addr.arpa.zone
30    IN PTR  192.0.2.30.
;             ^^^^^^^^^^^ error ptr-target-is-address: "192.0.2.30." is an address: a PTR record names the host that has 192.0.2.30
31    IN PTR  192.0.2.31
;             ^^^^^^^^^^ error ptr-target-is-address: "192.0.2.31" is an address: a PTR record names the host that has 192.0.2.31
32    IN PTR  2001:db8::1.
;             ^^^^^^^^^^^^ error ptr-target-is-address: "2001:db8::1." is an address: a PTR record names the host that has 192.0.2.32
33    IN PTR  192.0.2.33.example.net.
;             ^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: 192.0.2.33.example.net looks generic: the name spells the whole address 192.0.2.33
34    IN PTR  34.2.0.192.in-addr.arpa.
;             ^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: 34.2.0.192.in-addr.arpa has no A record, so it does not confirm 192.0.2.34
`);
});

test('addresses that $GENERATE makes are one finding', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
$GENERATE 10-20 $ 3600 IN PTR 192.0.2.$.
;<---------------------------------------- hint ptr-generic-series: 11 PTR records made by $GENERATE only count, from 192.0.2.10 (192.0.2.10) to 192.0.2.20 (192.0.2.20)
;                             ^^^^^^^^^^ error ptr-target-is-address: "192.0.2.10." is an address: a PTR record names the host that has 192.0.2.10 (the first of 11 findings of this $GENERATE line)
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www   3600 IN A    192.0.2.30
;                  ^^^^^^^^^^ (error ptr-target-is-address: "192.0.2.30." is an address: a PTR record names the host that has 192.0.2.30)
;- 2.0.192.in-addr.arpa.zone secondary
30    3600 IN PTR  192.0.2.30.
;                  ^^^^^^^^^^^ error ptr-target-is-address: "192.0.2.30." is an address: a PTR record names the host that has 192.0.2.30
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the PTR of 192.0.2.30 from 192.0.2.30. to www.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
