import { test } from 'node:test';
import { check } from '../../support/check.ts';

const SOA = '@ 3600 IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h';
const DATA = '3600 20261201000000 20261101000000 12345 example.com. AQIDBA==';

test('the first record that is left over, and one in an included file', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
www 3600 IN A 192.0.2.10
www 3600 IN RRSIG A 13 3 3600 20261201000000 20261101000000 12345 example.com. AQIDBA==
;           ^^^^^ warning rrsig-unsigned-zone: www.example.com has a record of type RRSIG, and the apex of the zone has no signature: validators trust none of it, and where the parent has a DS they answer SERVFAIL. Sign the zone again, or delete what is left of its signatures
www 3600 IN NSEC example.com. A RRSIG NSEC
;- example.net.zone
@ 3600 IN SOA ns1.example.org. hostmaster 2026112200 1d 2h 4w 1h
$INCLUDE part
;- part
www 3600 IN NSEC example.net. A RRSIG NSEC
;           ^^^^ warning rrsig-unsigned-zone: www.example.net has a record of type NSEC, and the apex of the zone has no signature: validators trust none of it, and where the parent has a DS they answer SERVFAIL. Sign the zone again, or delete what is left of its signatures
`);
});

test('a signed apex, no SOA, and a zone that its server writes', () => {
  check(`
;- example.com.zone
${SOA}
@ 3600 IN RRSIG DNSKEY 13 2 ${DATA}
@ 3600 IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;- part.example.zone
www 3600 IN RRSIG A 13 3 ${DATA}
;- example.org.zone dynamic
${SOA}
www 3600 IN RRSIG A 13 3 ${DATA}
`);
});
