import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('protocol, flags, lengths', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 2 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;                  ^ error dnskey-invalid: The protocol of a DNSKEY is 3, not 2: validators pass the key over
@    IN DNSKEY 1 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;              ^ error dnskey-invalid: Flags 1 lack the bit of a zone key: validators pass the key over; write 257
@    IN DNSKEY 0 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;              ^ error dnskey-invalid: Flags 0 lack the bit of a zone key: validators pass the key over; write 256, or 257 for a key that signs keys
@    IN DNSKEY 257 3 13 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dnskey-invalid: The key has 32 octets, where algorithm 13 takes 64: validators can not use it. Copy the whole record from the .key file
@    IN DNSKEY 257 3 8 AwEAAQ==
;                      ^^^^^^^^ error dnskey-invalid: The key is cut: its exponent is longer than the key: validators can not use it. Copy the whole record from the .key file
@    IN DNSKEY 257 3 8 AwEAAf8=
;                      ^^^^^^^^ error dnskey-invalid: The key has a modulus of 8 bits, where algorithm 8 takes 512 at least: validators can not use it. Copy the whole record from the .key file
`);
});

test('as signers write them; a key that is revoked', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN DNSKEY 385 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN DNSKEY 257 3 253 AA==
`);
});

test('flags with bits that mean nothing', () => {
  check(`
;- example.com.zone
@ 60 IN DNSKEY 258 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;              ^^^ warning dnskey-invalid: Flags 258 have bits that mean nothing: a key has 256, or 257 where it signs keys
@ 60 IN DNSKEY 385 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});
