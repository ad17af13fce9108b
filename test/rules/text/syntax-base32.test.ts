import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a letter beyond V', () => {
  check(`
;- example.com.zone
2t7b4g4vsa5smi47k61mv5bv1a22bojr 3600 IN NSEC3 1 0 0 - wxyz A
;                                                      ^^^^ error syntax-base32: NSEC3 next hashed owner is not base32: "w" is not one of 0 to 9 and A to V
`);
});

test('in both cases', () => {
  check(`
;- example.com.zone
2t7b4g4vsa5smi47k61mv5bv1a22bojr 3600 IN NSEC3 1 0 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A
0p9mhaveqvm6t7vbl5lop2u3t2rp3tom 3600 IN NSEC3 1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr A
`);
});
