import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('beyond the last one, and before the first', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
63    3600 IN CNAME 63.0-63
64    3600 IN CNAME 64.0-63
;                   ^^^^^^^ warning arpa-classless-range: 192.0.2.64 is led to 0-63.2.0.192.in-addr.arpa, which covers 0 to 63
1     3600 IN CNAME 1.64/26
;                   ^^^^^^^ warning arpa-classless-range: 192.0.2.1 is led to 64/26.2.0.192.in-addr.arpa, which covers 64 to 127
64    3600 IN TXT   "x"
;             ^^^ error cname-other-data: 64.2.0.192.in-addr.arpa is an alias of 64.0-63.2.0.192.in-addr.arpa and has TXT records too: an alias has no other records
`);
});

test('a PTR outside the range of its zone', () => {
  check(`
;- 0-63.2.0.192.in-addr.arpa.zone
63    3600 IN PTR   a.example.net.
64    3600 IN PTR   b.example.net.
;<-- warning arpa-classless-range: 64 lies outside 0-63.2.0.192.in-addr.arpa, which covers 0 to 63: no look-up comes to this PTR record
x     3600 IN PTR   c.example.net.
1.x   3600 IN PTR   c.example.net.
;- customer.2.0.192.in-addr.arpa.zone
64    3600 IN PTR   b.example.net.
;< information arpa-zone-name: customer.2.0.192.in-addr.arpa stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26
`);
});

test('an alias that leads outside is told, and not its PTR too', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
64    3600 IN CNAME 64.0-63
;                   ^^^^^^^ warning arpa-classless-range: 192.0.2.64 is led to 0-63.2.0.192.in-addr.arpa, which covers 0 to 63
;- 0-63.2.0.192.in-addr.arpa.zone
64    3600 IN PTR   b.example.net.
`);
});

test('every reading counts: 0-26 is a range and a prefix', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
26    3600 IN CNAME 26.0-26
63    3600 IN CNAME 63.0-26
64    3600 IN CNAME 64.0-26
;                   ^^^^^^^ warning arpa-classless-range: 192.0.2.64 is led to 0-26.2.0.192.in-addr.arpa, which covers 0 to 63 or 0 to 26
`);
});

test('labels in no known form, and other networks', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
200   3600 IN CNAME 200.customer
201   3600 IN CNAME 201.0-63.3.0.192.in-addr.arpa.
202   3600 IN CNAME 202.0-63.example.net.
`);
});
