import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('an algorithm, and a digest of many names', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DS  12345 5 2 0000000000000000000000000000000000000000000000000000000000000000
;                 ^ warning ds-deprecated: DS names algorithm 5 (RSASHA1), which validators give up, so that the zone counts as unsigned: sign with 13 (ECDSAP256SHA256) or 8 (RSASHA256)
a    IN NS  ns1.example.net.
a    IN DS  12345 13 1 0000000000000000000000000000000000000000
;                    ^ warning ds-deprecated: DS has a digest of type 1 (SHA-1), which validators give up: use type 2 (SHA-256); the same at 1 other name
b    IN NS  ns1.example.net.
b    IN DS  12345 13 1 0000000000000000000000000000000000000000
`);
});

test('a key by its word', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 RSASHA1 AwEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
;                    ^^^^^^^ warning ds-deprecated: DNSKEY names algorithm 5 (RSASHA1), which validators give up, so that the zone counts as unsigned: sign with 13 (ECDSAP256SHA256) or 8 (RSASHA256)
`,
    { rules: { 'dnskey-invalid': 'off' } },
  );
});

test('in use, and the record that deletes all', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN CDS 0 0 0 00
;       ^^^ information cds-differs: CDS stands without CDNSKEY: parents that read CDNSKEY only are not told of the key, so publish both
sub  IN NS  ns1.example.net.
sub  IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
sub  IN DS  12345 8 4 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
`);
});
