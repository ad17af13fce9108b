import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a digest of another key', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 12345 15 2 0000000000000000000000000000000000000000000000000000000000000000
;           ^^^^^ warning cds-differs: CDS names key 12345, which no CDNSKEY record holds: the parent acts on neither until both are of the same keys
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});

test('the digest of another key with the same tag', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0000000000000000000000000000000000000000000000000000000000000000
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning cds-differs: The digest in this CDS is not that of key 1040 in CDNSKEY: the parent acts on neither until both are of the same keys
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});

test('a key that the zone does not have, and one that it has with other flags', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0998dcd4d220513f4e1300cff045859bb693b5688cbec66dd6d9ed1c7dbbc5e4
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;       ^^^^^^^ warning cds-differs: CDNSKEY holds key 1040, which is no DNSKEY of the zone: once the parent has its DS, validators find no key that fits it. Publish the key as DNSKEY first
`);
});

test('a key without digest, and no digest at all', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN DNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0998dcd4d220513f4e1300cff045859bb693b5688cbec66dd6d9ed1c7dbbc5e4
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;       ^^^^^^^ warning cds-differs: CDNSKEY holds key 1039, which no CDS record names: the parent acts on neither until both are of the same keys
;- example.net.zone
$TTL 1h
@    IN SOA ns1.example.org. hostmaster 1 1d 2h 4w 1h
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;       ^^^^^^^ information cds-differs: CDNSKEY stands without CDS: parents that read CDS only are not told of the key, so publish both
`);
});

test('of one key, in two digests, one of a type nobody knows; deleting; CDS alone', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0998dcd4d220513f4e1300cff045859bb693b5688cbec66dd6d9ed1c7dbbc5e4
@    IN CDS 1040 15 4 75222b8d08947a7742391c3f6cffb4ea788dbf6e392ff71c687f5689038681a2eb89a52f4ef3cbe4ac6d61392ee1e166
@    IN CDS 1040 15 5 0000000000000000000000000000000000000000000000000000000000000000
@    IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;- example.net.zone
$TTL 1h
@    IN SOA ns1.example.org. hostmaster 1 1d 2h 4w 1h
@    IN CDS 0 0 0 00
@    IN CDNSKEY 0 3 0 AA==
;- example.org.zone
$TTL 1h
@    IN SOA ns1.example.org. hostmaster 1 1d 2h 4w 1h
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0000000000000000000000000000000000000000000000000000000000000000
;       ^^^ information cds-differs: CDS stands without CDNSKEY: parents that read CDNSKEY only are not told of the key, so publish both
`);
});
