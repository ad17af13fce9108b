import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('an algorithm that is not assigned, and none with a key', () => {
  check(`
;- example.com.zone
a 3600 IN IPSECKEY 10 0 9 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
;                       ^ warning ipseckey-unknown: No program knows IPSECKEY algorithm 9: 1 is DSA, 2 RSA, 3 ECDSA, 4 EdDSA
b 3600 IN IPSECKEY 10 1 0 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
;                       ^ warning ipseckey-unknown: Algorithm 0 says that there is no key, and one follows: NSD refuses the zone. Name the key's algorithm, 1 to 4
$INCLUDE part
;- part
c 3600 IN IPSECKEY 10 0 255 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
;                       ^^^ warning ipseckey-unknown: No program knows IPSECKEY algorithm 255: 1 is DSA, 2 RSA, 3 ECDSA, 4 EdDSA
`);
});

test('those that are', () => {
  check(`
;- example.com.zone
a 3600 IN IPSECKEY 10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
b 3600 IN IPSECKEY 10 2 4 2001:db8::38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
c 3600 IN IPSECKEY 10 3 1 gate.example.net. AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
`);
});
