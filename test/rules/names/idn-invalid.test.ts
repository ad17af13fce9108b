import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
xn--bcher-kv       60 IN A 192.0.2.1
;<------------ warning idn-invalid: "xn--bcher-kv" of xn--bcher-kv.example.com begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again
xn--abc-           60 IN A 192.0.2.1
;<-------- warning hostname-invalid: xn--abc-.example.com is no host name: "xn--abc-" begins or ends with a hyphen
xn--99999999       60 IN A 192.0.2.1
;<------------ warning idn-invalid: "xn--99999999" of xn--99999999.example.com begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
xn--bcher-kva      60 IN A 192.0.2.1
xn--mnchen-3ya     60 IN A 192.0.2.1
xn--fiqs8s         60 IN A 192.0.2.1
xn--80akhbyknj4f   60 IN A 192.0.2.1
xn                 60 IN A 192.0.2.1
r3---a             60 IN A 192.0.2.1
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
xn--bcher-kv       60 IN A 192.0.2.1
;<------------ warning idn-invalid: "xn--bcher-kv" of xn--bcher-kv.example.com begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again
`);
});

test('a character that controls how text is shown', () => {
  check(`
;- example.com.zone
xn--a 60 IN A 192.0.2.1
;<----- warning idn-invalid: "xn--a" of xn--a.example.com begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again
xn--bcher-kva 60 IN A 192.0.2.1
`);
});

test('another character than of host names is told as that', () => {
  check(`
;- example.com.zone
xn--a-ecp!  60 IN A 192.0.2.1
;<---------- warning hostname-invalid: xn--a-ecp!.example.com is no host name: "!" is not a letter, a digit or a hyphen
`);
});

test('a hyphen at the end, where no host has the name', () => {
  check(`
;- example.com.zone
xn--zz---      60 IN CNAME www
;<--------- warning idn-invalid: "xn--zz---" of xn--zz---.example.com begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again
www            60 IN A 192.0.2.1
a.xn--zy--     60 IN TXT "x"
;<---------- warning idn-invalid: "xn--zy--" of a.xn--zy--.example.com begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again
`);
});
