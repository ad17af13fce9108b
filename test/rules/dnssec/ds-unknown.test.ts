import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('algorithm, digest type, length', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
a    IN NS  ns1.example.net.
a    IN DS  12345 99 2 0000000000000000000000000000000000000000000000000000000000000000
;                 ^^ warning ds-unknown: DS names algorithm 99, which nobody knows: validators pass the record over. In use are 8 (RSASHA256), 13 (ECDSAP256SHA256) and 15 (ED25519); the same at 1 other name
b    IN NS  ns1.example.net.
b    IN DS  12345 13 77 0000000000000000000000000000000000000000000000000000000000000000
;                    ^^ warning ds-unknown: DS names digest type 77, which nobody knows: validators pass the record over. In use are 2 (SHA-256) and 4 (SHA-384)
c    IN NS  ns1.example.net.
c    IN DS  12345 13 6 0000000000000000000000000000000000000000
;                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ds-unknown: A digest of type 6 has 32 octets, this one 20: it was cut, or is of another type
d    IN NS  ns1.example.net.
d    IN DS  12345 99 2 0000000000000000000000000000000000000000000000000000000000000000
`);
});

test('all that are known', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
a    IN NS  ns1.example.net.
a    IN DS  12345 16 2 0000000000000000000000000000000000000000000000000000000000000000
a    IN DS  12345 17 6 0000000000000000000000000000000000000000000000000000000000000000
a    IN DS  12345 23 5 0000000000000000000000000000000000000000000000000000000000000000
`);
});
