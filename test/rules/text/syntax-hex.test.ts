import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a letter beyond f, half an octet', () => {
  check(`
;- example.com.zone
_443._tcp.www 3600 IN TLSA 3 1 1 0g
;                                ^^ error syntax-hex: TLSA data is not hexadecimal: "g" is not a hexadecimal digit
a 3600 IN SSHFP 1 1 123
;                   ^^^ error syntax-hex: SSHFP fingerprint is not hexadecimal: it has an odd number of digits
`);
});

test('digits in both cases, parted by blanks', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.1
_443._tcp.www 3600 IN TLSA 3 1 0 00aA ff
a 3600 IN SSHFP 4 2 abababababababababababababababababababababababababababababababab
`);
});
