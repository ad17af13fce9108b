import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('the names of the two lines differ', () => {
  check(`
;- example.com.zone
$GENERATE 10-60 host-$ IN A 192.0.2.$
;                           ^^^^^^^^^ (error ptr-generate-range: 51 PTR records of this $GENERATE line are not confirmed, from 192.0.2.10 (host10.example.com) to 192.0.2.60)
;- 2.0.192.in-addr.arpa.zone
$GENERATE 10-60 $ IN PTR host$.example.com.
;                        ^^^^^^^^^^^^^^^^^^ error ptr-generate-range: 51 PTR records of this $GENERATE line are not confirmed, from 192.0.2.10 (host10.example.com) to 192.0.2.60
`);
});

test('the PTRs go on behind the addresses, or the addresses behind the PTRs', () => {
  check(`
;- example.com.zone
$GENERATE 10-60 host-$ IN A 192.0.2.$
;                           ^^^^^^^^^ (error ptr-generate-range: 10 PTR records of this $GENERATE line are not confirmed, from 192.0.2.61 (host-61.example.com) to 192.0.2.70)
$GENERATE 10-60 host-$.b IN A 198.51.100.$
;                             ^^^^^^^^^^^^ error ptr-generate-range: 10 addresses of this $GENERATE line have no PTR record, from 198.51.100.51 (host-51.b.example.com) to 198.51.100.60
;- 2.0.192.in-addr.arpa.zone
$GENERATE 10-70 $ IN PTR host-$.example.com.
;<-------------------------------------------- hint ptr-generic-series: 61 PTR records made by $GENERATE only count, from 192.0.2.10 (host-10.example.com) to 192.0.2.70 (host-70.example.com)
;                        ^^^^^^^^^^^^^^^^^^^ error ptr-generate-range: 10 PTR records of this $GENERATE line are not confirmed, from 192.0.2.61 (host-61.example.com) to 192.0.2.70
;- 100.51.198.in-addr.arpa.zone
$GENERATE 10-50 $ IN PTR host-$.b.example.com.
;<---------------------------------------------- hint ptr-generic-series: 41 PTR records made by $GENERATE only count, from 198.51.100.10 (host-10.b.example.com) to 198.51.100.50 (host-50.b.example.com)
;                        ^^^^^^^^^^^^^^^^^^^^^ (error ptr-generate-range: 10 addresses of this $GENERATE line have no PTR record, from 198.51.100.51 (host-51.b.example.com) to 198.51.100.60)
`);
});

test('lines that agree, in another case and in nibbles', () => {
  check(`
;- example.com.zone
$GENERATE 1-31 v-$ IN AAAA 2001:db8::\${0,0,x}
$GENERATE 10-20 a-$ IN A 192.0.2.$
;- 2.0.192.in-addr.arpa.zone
$GENERATE 10-20 $ IN PTR A-$.Example.com.
;<----------------------------------------- hint ptr-generic-series: 11 PTR records made by $GENERATE only count, from 192.0.2.10 (a-10.example.com) to 192.0.2.20 (a-20.example.com)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
$GENERATE 1-31 \${0,7,n} IN PTR v-$.example.com.
;<----------------------------------------------- hint ptr-generic-series: 31 PTR records made by $GENERATE only count, from 2001:db8::1 (v-1.example.com) to 2001:db8::1f (v-31.example.com)
`);
});

test('the other line is told with its range and its names', () => {
  const bench = check(`
;- example.com.zone
$TTL 3600
$GENERATE 100-120 dhcp-$ A 198.51.100.$
;                          ^^^^^^^^^^^^ error ptr-generate-range: 1 address of this $GENERATE line has no PTR record: 198.51.100.120 (dhcp-120.example.com)
;- 100.51.198.in-addr.arpa.zone
$TTL 3600
$GENERATE 100-119 $ PTR dhcp-$.example.com.
;<------------------------------------------- hint ptr-generic-series: 20 PTR records made by $GENERATE only count, from 198.51.100.100 (dhcp-100.example.com) to 198.51.100.119 (dhcp-119.example.com)
;                       ^^^^^^^^^^^^^^^^^^^ (error ptr-generate-range: 1 address of this $GENERATE line has no PTR record: 198.51.100.120 (dhcp-120.example.com))
`);
  const shown = bench.shown().find(({ rule, primary }) => rule === 'ptr-generate-range' && primary);
  assert.deepEqual(
    shown?.related.map(({ message }) => message),
    ['The other $GENERATE line makes the PTR records of 100-119, with the names dhcp-$.example.com.'],
  );
});

test('refused where the reverse zone comes from a primary server', () => {
  const workbench = check(`
;- example.com.zone
$GENERATE 10-60 dhcp$ 3600 A 192.0.2.$
;                            ^^^^^^^^^ (error ptr-generate-range: 10 PTR records of this $GENERATE line are not confirmed, from 192.0.2.61 (dhcp61.example.com) to 192.0.2.70)
;- 2.0.192.in-addr.arpa.zone secondary
$GENERATE 10-70 $ 3600 PTR dhcp$.example.com.
;<--------------------------------------------- hint ptr-generic-series: 61 PTR records made by $GENERATE only count, from 192.0.2.10 (dhcp10.example.com) to 192.0.2.70 (dhcp70.example.com)
;                          ^^^^^^^^^^^^^^^^^^ error ptr-generate-range: 10 PTR records of this $GENERATE line are not confirmed, from 192.0.2.61 (dhcp61.example.com) to 192.0.2.70
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the range of the PTR line from 10-70 to 10-60 (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
    'Change the range of the address line from 10-60 to 10-70',
  ]);
});
