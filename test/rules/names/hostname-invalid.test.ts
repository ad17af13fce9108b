import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('owners of addresses and mail; the lines at which BIND 9.20 says "bad owner name (check-names)"', () => {
  check(`
;- example.com.zone
a_b   3600 IN A    192.0.2.1
;<--- warning hostname-invalid: a_b.example.com is no host name: "_" is not a letter, a digit or a hyphen
a_e   3600 IN AAAA 2001:db8::1
;<--- warning hostname-invalid: a_e.example.com is no host name: "_" is not a letter, a digit or a hyphen
a_d   3600 IN MX   1 a.example.net.
;<--- warning hostname-invalid: a_d.example.com is no host name: "_" is not a letter, a digit or a hyphen
-a    3600 IN A    192.0.2.2
;<-- warning hostname-invalid: -a.example.com is no host name: "-a" begins or ends with a hyphen
a-    3600 IN A    192.0.2.3
;<-- warning hostname-invalid: a-.example.com is no host name: "a-" begins or ends with a hyphen
*.a_c 3600 IN A    192.0.2.4
;<----- warning hostname-invalid: *.a_c.example.com is no host name: "_" is not a letter, a digit or a hyphen
a.*.d 3600 IN A    192.0.2.5
;<----- warning hostname-invalid: a.*.d.example.com is no host name: "*" is not a letter, a digit or a hyphen
_spf.e 3600 IN MX  1 a.example.net.
;<------ warning hostname-invalid: _spf.e.example.com is no host name: "_" is not a letter, a digit or a hyphen
x._spf 3600 IN AAAA 2001:db8::2
;<------ warning hostname-invalid: x._spf.example.com is no host name: "_" is not a letter, a digit or a hyphen
x.gc._msdcs 3600 IN A 192.0.2.6
;<----------- warning hostname-invalid: x.gc._msdcs.example.com is no host name: "_" is not a letter, a digit or a hyphen
_spf_exists 3600 IN A 192.0.2.7
;<----------- warning hostname-invalid: _spf_exists.example.com is no host name: "_" is not a letter, a digit or a hyphen
two_a 3600 IN TXT  "first"
two_a 3600 IN A    192.0.2.8
;<----- warning hostname-invalid: two_a.example.com is no host name: "_" is not a letter, a digit or a hyphen
two_a 3600 IN A    192.0.2.9
`);
});

test('host names, wildcards, other types, and the names that BIND passes', () => {
  check(`
;- example.com.zone
*     3600 IN A    192.0.2.1
*.x   3600 IN MX   1 a.example.net.
a-1.2 3600 IN A    192.0.2.2
a_f   3600 IN TXT  "x"
_sip._tcp 3600 IN SRV 0 0 5060 a.example.net.
a_g   3600 IN CNAME a.example.net.
gc._msdcs 3600 IN A 192.0.2.3
gc._msdcs 3600 IN AAAA 2001:db8::3
x._SPF 3600 IN A   192.0.2.4
_a._spf.e 3600 IN A 192.0.2.5
x._spf_verify 3600 IN A 192.0.2.6
_spf_rate.i 3600 IN A 192.0.2.7
`);
});

test('a line that makes many, a template, and a policy zone', () => {
  check(`
;- example.com.zone
$GENERATE 1-9 a_$ 3600 IN A 192.0.2.$
;             ^^^ warning hostname-invalid: a_1.example.com is no host name: "_" is not a letter, a digit or a hyphen (the first of 9 findings of this $GENERATE line)
@HOST@ 3600 IN A   192.0.2.1
;- rpz.example.com.zone rpz
a_b   3600 IN A    192.0.2.1
`);
});
