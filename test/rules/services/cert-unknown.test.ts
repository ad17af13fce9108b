import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('reserved, not assigned, and in an included file', () => {
  check(`
;- example.com.zone
a 3600 IN CERT 0 0 0 AQIDBA==
;              ^ warning cert-unknown: No program knows CERT type 0: 1 is PKIX, 2 SPKI, 3 PGP, 4 to 6 the same by their addresses, 253 URI, 254 OID
b 3600 IN CERT 9 0 0 AQIDBA==
;              ^ warning cert-unknown: No program knows CERT type 9: 1 is PKIX, 2 SPKI, 3 PGP, 4 to 6 the same by their addresses, 253 URI, 254 OID
c 3600 IN CERT 65535 0 0 AQIDBA==
;              ^^^^^ warning cert-unknown: No program knows CERT type 65535: 1 is PKIX, 2 SPKI, 3 PGP, 4 to 6 the same by their addresses, 253 URI, 254 OID
$INCLUDE part
;- part
d 3600 IN CERT 255 0 0 AQIDBA==
;              ^^^ warning cert-unknown: No program knows CERT type 255: 1 is PKIX, 2 SPKI, 3 PGP, 4 to 6 the same by their addresses, 253 URI, 254 OID
`);
});

test('assigned ones, words, experiments, and data in the form of RFC 3597', () => {
  check(`
;- example.com.zone
a 3600 IN CERT 1 0 0 AQIDBA==
b 3600 IN CERT PGP 0 0 AQIDBA==
c 3600 IN CERT 254 0 0 AQIDBA==
d 3600 IN CERT 65280 0 0 AQIDBA==
e 3600 IN CERT \\# 6 000000000001
`);
});
