import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('IPv6 in A, IPv4 in AAAA', () => {
  check(`
;- example.com.zone
www 3600 IN A 2001:db8::10
;             ^^^^^^^^^^^^ error syntax-address-family: A address must be an IPv4 address, "2001:db8::10" is an IPv6 address
mail 3600 IN AAAA 192.0.2.10
;                 ^^^^^^^^^^ error syntax-address-family: AAAA address must be an IPv6 address, "192.0.2.10" is an IPv4 address
`);
});

test('each in its own, and an IPv4 address within an IPv6 one', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
www 3600 IN AAAA ::ffff:192.0.2.10
;                ^^^^^^^^^^^^^^^^^ warning address-special: ::ffff:192.0.2.10 is an IPv4 address mapped to IPv6: www.example.com is not reached there
`);
});

test('A becomes AAAA', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN A 2001:db8::10
;             ^^^^^^^^^^^^ error syntax-address-family: A address must be an IPv4 address, "2001:db8::10" is an IPv6 address
`,
    'Change the type to AAAA',
    `
;- example.com.zone
www 3600 IN AAAA 2001:db8::10
`,
  );
});

test('AAAA becomes A, in the case that it is written in', () => {
  checkFix(
    `
;- example.com.zone
www 3600 in aaaa 192.0.2.10
;                ^^^^^^^^^^ error syntax-address-family: AAAA address must be an IPv6 address, "192.0.2.10" is an IPv4 address
`,
    'Change the type to A',
    `
;- example.com.zone
www 3600 in A 192.0.2.10
`,
  );
});
