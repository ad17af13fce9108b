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

test('a key without digest, and no digest at all', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0000000000000000000000000000000000000000000000000000000000000000
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

test('of one key, in two digests; deleting; CDS alone', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN CDS 1040 15 2 0000000000000000000000000000000000000000000000000000000000000000
@    IN CDS 1040 15 4 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
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
`);
});
