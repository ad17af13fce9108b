import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('padding, and a name', () => {
  check(`
;- example.com.zone
CPNMU===  3600 IN NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A
;<-------- error nsec3-owner: cpnmu===.example.com has an NSEC3 record, and its first label is no hash in base32 (0 to 9, A to V): BIND refuses the zone. Sign the zone again
$INCLUDE part
;- part
www       3600 IN NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A
;<--- error nsec3-owner: www.example.com has an NSEC3 record, and its first label is no hash in base32 (0 to 9, A to V): BIND refuses the zone. Sign the zone again
`);
});

test('hashes of any length, and one with a letter that is no digit', () => {
  check(`
;- example.com.zone
CPNMU  3600 IN NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A
0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM 3600 IN NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A
0p9mhaveqvm6t7vbl5lop2u3t2rp3tox 3600 IN NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A
;<-------------------------------- error nsec3-owner: 0p9mhaveqvm6t7vbl5lop2u3t2rp3tox.example.com has an NSEC3 record, and its first label is no hash in base32 (0 to 9, A to V): BIND refuses the zone. Sign the zone again
`);
});
