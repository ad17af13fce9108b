import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('another key', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 12345 example.com. AQ==
;                                                       ^^^^^ warning rrsig-no-key: The signature of A of www.example.com is by key 12345 of algorithm 15, and the zone has the key 1040: validators pass it over. Add the key, or sign the zone again
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('no key at all', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
;                                                         ^^^^ warning rrsig-no-key: The signature of SOA of example.com is by key 1040 of algorithm 15, and the zone has no DNSKEY record, and 4 other signatures too: validators pass it over. Add the key, or sign the zone again
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('two keys', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1039 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a key that is there, and can not be used as it stands', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 2 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;                  ^ error dnskey-invalid: The protocol of a DNSKEY is 3, not 2: validators pass the key over
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});
