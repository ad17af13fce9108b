import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
a 60 IN A 0.0.0.0
;         ^^^^^^^ warning address-special: 0.0.0.0 is unspecified: a.example.com is not reached there
b 60 IN A 127.0.0.1
;         ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: b.example.com is not reached there
c 60 IN A 169.254.1.1
;         ^^^^^^^^^^^ warning address-special: 169.254.1.1 is a link-local address: c.example.com is not reached there
d 60 IN A 224.0.0.1
;         ^^^^^^^^^ warning address-special: 224.0.0.1 is a multicast address: d.example.com is not reached there
e 60 IN A 255.255.255.255
;         ^^^^^^^^^^^^^^^ warning address-special: 255.255.255.255 is reserved: e.example.com is not reached there
f 60 IN AAAA ::
;            ^^ warning address-special: :: is unspecified: f.example.com is not reached there
g 60 IN AAAA ::1
;            ^^^ warning address-special: ::1 is the loopback address: g.example.com is not reached there
h 60 IN AAAA fe80::1
;            ^^^^^^^ warning address-special: fe80::1 is a link-local address: h.example.com is not reached there
i 60 IN AAAA ff02::1
;            ^^^^^^^ warning address-special: ff02::1 is a multicast address: i.example.com is not reached there
j 60 IN AAAA ::ffff:192.0.2.1
;            ^^^^^^^^^^^^^^^^ warning address-special: ::ffff:192.0.2.1 is an IPv4 address mapped to IPv6: j.example.com is not reached there
$GENERATE 1-12 h$ 60 A 192.0.2.$
`);
});

test('public, private and documentation addresses, and names of this machine', () => {
  check(`
;- example.com.zone
a 60 IN A 192.0.2.1
b 60 IN A 10.0.0.1
c 60 IN AAAA 2001:db8::1
d 60 IN AAAA fd00::1
localhost 60 IN A 127.0.0.1
localhost 60 IN AAAA ::1
loopback.a 60 IN A 127.0.0.1
`);
});

test('a block list', () => {
  check(`
;- bl.example.com.zone
2.0.0.127 60 IN A 127.0.0.2
9.2.0.192 60 IN A 127.0.0.4
x 60 IN A 192.0.2.1
;- ads.example.net.zone
ad1 60 IN A 0.0.0.0
ad2 60 IN A 0.0.0.0
www 60 IN A 192.0.2.1
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
a 60 IN A 192.0.2.1
;- part fragment
b 60 IN A 127.0.0.1
;         ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: b.example.com is not reached there
`);
});

test('the only address of a zone', () => {
  check(`
;- example.com.zone
www 60 IN A 0.0.0.0
;           ^^^^^^^ warning address-special: 0.0.0.0 is unspecified: www.example.com is not reached there
;- example.net.zone
* 60 IN A 127.0.0.1
`);
});

test('an answer to "exists:" of SPF is no host', () => {
  check(`
;- example.com.zone
www           60 IN A 192.0.2.1
mail          60 IN A 192.0.2.2
192.0.2.9._ex 60 IN A 127.0.0.2
;<------------- warning hostname-invalid: 192.0.2.9._ex.example.com is no host name: "_" is not a letter, a digit or a hyphen
gc._msdcs     60 IN A 127.0.0.1
;                     ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: gc._msdcs.example.com is not reached there
`);
});
