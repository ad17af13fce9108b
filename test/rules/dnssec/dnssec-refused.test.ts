import { test } from 'node:test';
import { check } from '../../support/check.ts';

const HEAD = `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.`;

test('keys that are announced and not there', () => {
  check(`${HEAD}
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1 15 2 0000000000000000000000000000000000000000000000000000000000000000
@    IN CDS 1 8 2 0000000000000000000000000000000000000000000000000000000000000000
;       ^^^ error dnssec-refused: No DNSKEY record has the algorithm 8 of this CDS record
@    IN CDNSKEY 257 3 8 AQ==
;       ^^^^^^^ error dnssec-refused: No DNSKEY record has the algorithm 8 of this CDNSKEY record
`);
});

test('deletion stands alone', () => {
  check(`${HEAD}
@    IN CDS 0 0 0 00
@    IN CDNSKEY 0 3 0 AA==
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;       ^^^^^^^ error dnssec-refused: A CDNSKEY record stands beside one that says to delete all
`);
});

test('an unknown hash of NSEC3', () => {
  check(`${HEAD}
@    IN NSEC3PARAM 2 0 0 -
;       ^^^^^^^^^^ error dnssec-refused: No NSEC3PARAM record has a hash algorithm that is known: BIND refuses the zone
`);
  check(`${HEAD}
@    IN NSEC3PARAM 2 0 0 -
@    IN NSEC3PARAM 1 0 0 -
`);
});

test('below the apex nobody asks', () => {
  check(`${HEAD}
www  IN CDS 1 8 2 0000000000000000000000000000000000000000000000000000000000000000
;<--- warning dnskey-not-apex: The CDS record of www.example.com stands in the zone example.com: it is asked for at the apex of a zone only
`);
});
