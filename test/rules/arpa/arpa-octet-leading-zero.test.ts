import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the zero is stripped', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
030   3600 IN PTR  www.example.com.
;<--- error arpa-octet-leading-zero: Label 030 begins with a zero, so 030.2.0.192.in-addr.arpa is no address: the octet is 30
`,
    'Change the owner to 30 (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
30   3600 IN PTR  www.example.com.
`,
  );
});

test('not where the right owner has a PTR', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
030   3600 IN PTR  www.example.com.
;<--- error arpa-octet-leading-zero: Label 030 begins with a zero, so 030.2.0.192.in-addr.arpa is no address: the octet is 30
30    3600 IN PTR  www.example.com.
`);
  assert.deepEqual(fixTitles(workbench), ['Change the owner to 30 (refused: 192.0.2.30 has a PTR already)']);
});

test('zero itself', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
0     3600 IN PTR  net.example.net.
`);
});

test('in the network, not in the last octet', () => {
  check(`
;- 0.192.in-addr.arpa.zone
30.02 3600 IN PTR  www.example.net.
;<----- error arpa-octet-leading-zero: Label 02 begins with a zero, so 30.02.0.192.in-addr.arpa is no address: the octet is 2
`);
});

test('in a classless zone below a held one', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS   ns1.example.com.
;- 0-63.2.0.192.in-addr.arpa.zone
05    3600 IN PTR  www.example.net.
;<-- error arpa-octet-leading-zero: Label 05 begins with a zero: the octet is 5
`);
});

test('in a classless zone alone any owner may be right', () => {
  check(`
;- 0-63.2.0.192.in-addr.arpa.zone
05    3600 IN PTR  www.example.net.
`);
});

test('$GENERATE with a width', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
$GENERATE 1-3 \${0,3} PTR host-$.example.net.
;             ^^^^^^ error arpa-octet-leading-zero: Owners that this line makes begin with zeros, so they are no addresses: \${0,3}
`);
});
