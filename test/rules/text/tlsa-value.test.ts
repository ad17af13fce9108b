import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_443._tcp.www 3600 IN TLSA 3 1 1 abababababababababababababababababababab
;                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error tlsa-value: The digest has 40 digits, and SHA-256 has 64: no certificate fits it
_25._tcp.www  3600 IN TLSA 3 2 1 abababababababababababababababababababababababababababababababab
;                            ^ error tlsa-value: TLSA selector 2 means nothing: 0 is for the certificate, 1 for its public key
www           3600 IN A    192.0.2.20
`);
});

test('digests in several words, all of a certificate, private use', () => {
  check(`
;- example.com.zone
www           3600 IN A    192.0.2.20
_1._tcp.www 3600 IN TLSA 3 1 2 abababababababababababababababababababababababababababababababab cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd
_2._tcp.www 3600 IN TLSA 3 0 0 3082
_3._tcp.www 3600 IN TLSA 255 255 255 abcd
_4._tcp.www 3600 IN TLSA 4 1 1 abababababababababababababababababababababababababababababababab
;                        ^ error tlsa-value: TLSA usage 4 means nothing: 0 and 1 are for certificates of an authority, 2 and 3 for DANE alone
_5._tcp.www 3600 IN TLSA 3 1 3 abababababababababababababababababababababababababababababababab
;                            ^ error tlsa-value: TLSA matching type 3 means nothing: 0 is for all of it, 1 for SHA-256, 2 for SHA-512
_6._tcp.www 3600 IN TLSA 3 1 2 abababababababababababababababababababababababababababababababab
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error tlsa-value: The digest has 64 digits, and SHA-512 has 128: no certificate fits it
`);
});

test('a digest of an SMIMEA record, and one where all of the key is to stand', () => {
  check(`
;- example.com.zone
www           3600 IN A    192.0.2.20
_1._tcp.www 3600 IN TLSA 3 1 0 abababababababababababababababababababababababababababababababab
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error tlsa-value: The data are as long as a digest of SHA-256, and matching type 0 is for all of a certificate or key: 1 is for such a digest
_2._tcp.www 3600 IN TLSA 3 1 0 30ababababababababababababababababababababababababababababababab
cccccccccccccccccccccccccccccccccccccccccccccccccccccccc._smimecert 3600 IN SMIMEA 3 1 1 ababababababababababababababababababababababababababababababab
;                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error tlsa-value: The digest has 62 digits, and SHA-256 has 64: no certificate fits it
dddddddddddddddddddddddddddddddddddddddddddddddddddddddd._smimecert 3600 IN SMIMEA 3 1 1 abababababababababababababababababababababababababababababababab
`);
});
