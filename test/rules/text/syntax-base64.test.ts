import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a character that is none, and too few', () => {
  check(`
;- example.com.zone
@ 3600 IN DNSKEY 257 3 13 not*base64
;                         ^^^^^^^^^^ error syntax-base64: DNSKEY public key is not base64: "*" is not a base64 character
a 3600 IN DNSKEY 257 3 13 AAA
;                         ^^^ error syntax-base64: DNSKEY public key is not base64: its length is not a multiple of four: padding "=" is missing or it was cut
`);
});

test('with its padding, parted by blanks', () => {
  check(`
;- example.com.zone
@ 3600 IN DNSKEY 257 3 13 AwEA AQ==
;                         ^^^^ error dnskey-invalid: The key has 4 octets, where algorithm 13 takes 64: validators can not use it. Copy the whole record from the .key file
`);
});
