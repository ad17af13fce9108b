import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('one finding at the SOA, and none of the records', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
mail  3600 IN A    192.0.2.25
;- 192.0.2.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- error arpa-zone-reversed: 192.0.2.in-addr.arpa is written forward: the reverse zone of 192.0.2.0/24 is 2.0.192.in-addr.arpa
30    3600 IN PTR  www.example.com.
25    3600 IN PTR  mail.example.com.
7     3600 IN PTR  mail
`);
});

test('nibbles', () => {
  check(`
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 2.0.0.1.0.d.b.8.ip6.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- error arpa-zone-reversed: 2.0.0.1.0.d.b.8.ip6.arpa is written forward: the reverse zone of 2001:db8::/32 is 8.b.d.0.1.0.0.2.ip6.arpa
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`);
});

test('a network that can only be the other one', () => {
  check(`
;- 192.168.1.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- error arpa-zone-reversed: 192.168.1.in-addr.arpa is written forward: the reverse zone of 192.168.1.0/24 is 1.168.192.in-addr.arpa
30    3600 IN PTR  www.example.net.
;- 10.1.0.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- error arpa-zone-reversed: 10.1.0.in-addr.arpa is written forward: the reverse zone of 10.1.0.0/24 is 0.1.10.in-addr.arpa
30    3600 IN PTR  www.example.net.
`);
});

test('nobody knows', () => {
  check(`
;- 192.0.2.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
30    3600 IN PTR  www.example.net.
`);
});

test('as it should be', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
30    3600 IN PTR  www.example.com.
;- 1.168.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
30    3600 IN PTR  www.example.net.
;- 10.10.10.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
30    3600 IN PTR  www.example.net.
`);
});

test('the first record that tells decides', () => {
  check(`
;- example.com.zone
a     3600 IN A    192.168.10.7
b     3600 IN A    10.168.192.7
;                  ^^^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 10.168.192.7, not 192.168.10.8)
;- 10.168.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
7     3600 IN PTR  a.example.com.
8     3600 IN PTR  b.example.com.
;                  ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 10.168.192.7, not 192.168.10.8
`);
});

test('it does not hide that the target of a PTR is gone', () => {
  check(`
;- example.com.zone
www  3600 IN A    192.0.2.10
mail 3600 IN A    192.0.2.11
;- 192.0.2.in-addr.arpa.zone
10   3600 IN PTR  www.example.com.
;< error arpa-zone-reversed: 192.0.2.in-addr.arpa is written forward: the reverse zone of 192.0.2.0/24 is 2.0.192.in-addr.arpa
11   3600 IN PTR  mail.example.com.
12   3600 IN PTR  gone.example.com.
;                 ^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: gone.example.com does not exist in example.com
`);
});
