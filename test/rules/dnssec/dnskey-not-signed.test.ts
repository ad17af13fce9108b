import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('only the zone-signing key signs', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN DNSKEY 257 3 15 AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;<-------------------------------------------------------------------- warning dnskey-not-signed: No key with the SEP flag signs the DNSKEY records of example.com, and the parent's DS is of such a key, as 1296 is one: validators answer SERVFAIL. Sign the zone again, with that key
@    IN RRSIG SOA 15 2 3600 20261201000000 20261101000000 1039 example.com. AQIDBA==
@    IN RRSIG NS 15 2 3600 20261201000000 20261101000000 1039 example.com. AQIDBA==
@    IN RRSIG DNSKEY 15 2 3600 20261201000000 20261101000000 1039 example.com. AQIDBA==
@    IN NSEC @ NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20261201000000 20261101000000 1039 example.com. AQIDBA==
`);
});

test('the key-signing key does; a key alone has no flag', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG SOA 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN RRSIG NS 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN RRSIG DNSKEY 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN NSEC @ NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
;- example.net.zone
$TTL 1h
@    IN SOA ns1.example.org. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.org.
@    IN DNSKEY 256 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG SOA 15 2 3600 20261201000000 20261101000000 1039 example.net. AQIDBA==
@    IN RRSIG NS 15 2 3600 20261201000000 20261101000000 1039 example.net. AQIDBA==
@    IN RRSIG DNSKEY 15 2 3600 20261201000000 20261101000000 1039 example.net. AQIDBA==
@    IN NSEC @ NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20261201000000 20261101000000 1039 example.net. AQIDBA==
`);
});

test('a signature by a key that the zone does not have is told as that', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 13 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
;                                                            ^^^^ warning rrsig-no-key: The signature of DNSKEY of example.com is by key 1040 of algorithm 13, and the zone has the key 1040: validators pass it over. Add the key, or sign the zone again
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});
