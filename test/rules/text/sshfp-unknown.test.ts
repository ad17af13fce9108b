import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
host 3600 IN SSHFP 5 1 abababababababababababababababababababab
;                  ^ warning sshfp-unknown: No program knows SSHFP algorithm 5: 1 is RSA, 3 ECDSA, 4 Ed25519, 6 Ed448
`);
});

test('types, and all that are known', () => {
  check(`
;- example.com.zone
a 3600 IN SSHFP 1 3 abababababababababababababababababababababababababababababababab
;                 ^ warning sshfp-unknown: No program knows SSHFP fingerprint type 3: 1 is SHA-1, 2 SHA-256
b 3600 IN SSHFP 1 2 abababababababababababababababababababababababababababababababab
b 3600 IN SSHFP 3 2 abababababababababababababababababababababababababababababababab
b 3600 IN SSHFP 4 2 abababababababababababababababababababababababababababababababab
b 3600 IN SSHFP 6 2 abababababababababababababababababababababababababababababababab
`);
});
