import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('in any octet', () => {
  check(`
;- example.com.zone
a 3600 IN A 192.0.2.010
;                   ^^^ error syntax-leading-zero: A address "192.0.2.010" is not an IPv4 address: octet 010 has a leading zero
b 3600 IN A 192.00.2.1
;               ^^ error syntax-leading-zero: A address "192.00.2.1" is not an IPv4 address: octet 00 has a leading zero
`);
});

test('zero itself', () => {
  check(`
;- example.com.zone
a 3600 IN A 192.0.2.0
b 3600 IN A 10.0.0.10
`);
});

test('the zero goes', () => {
  checkFix(
    `
;- example.com.zone
a 3600 IN A 192.0.2.010
;                   ^^^ error syntax-leading-zero: A address "192.0.2.010" is not an IPv4 address: octet 010 has a leading zero
`,
    'Write it without leading zeros: 192.0.2.10',
    `
;- example.com.zone
a 3600 IN A 192.0.2.10
`,
  );
});
