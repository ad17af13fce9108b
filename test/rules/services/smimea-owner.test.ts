import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a user in words, the label missing', () => {
  check(`
;- example.com.zone
user._smimecert 3600 IN SMIMEA 3 0 0 00
;<--------------- warning smimea-owner: No mail program asks user._smimecert.example.com for a certificate: "user" is not the hash of a user: the first 28 octets of its SHA-256, as 56 hexadecimal digits
c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6 3600 IN SMIMEA 3 0 0 00
;<-------------------------------------------------------- warning smimea-owner: No mail program asks c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6.example.com for a certificate: it belongs below the label _smimecert, as HASH._smimecert.example.com
`);
});

test('the hash, and a wildcard', () => {
  check(`
;- example.com.zone
c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6._smimecert 3600 IN SMIMEA 3 0 0 00
*._smimecert 3600 IN SMIMEA 3 0 0 00
`);
});
