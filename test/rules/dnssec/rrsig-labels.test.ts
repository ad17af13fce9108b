import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('more labels than the name has, and fewer in an included file', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG SOA 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN RRSIG NS 15 3 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
;                   ^ warning rrsig-labels: The signature of NS of example.com is of a name with 3 labels: validators pass it over. Sign the zone again
@    IN RRSIG DNSKEY 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN NSEC @ NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
;- example.org.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG SOA 15 2 3600 20261201000000 20261101000000 1040 example.org. AQIDBA==
@    IN RRSIG NS 15 2 3600 20261201000000 20261101000000 1040 example.org. AQIDBA==
@    IN RRSIG DNSKEY 15 2 3600 20261201000000 20261101000000 1040 example.org. AQIDBA==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20261201000000 20261101000000 1040 example.org. AQIDBA==
$INCLUDE part
;- part
www IN A 192.0.2.10
www IN RRSIG A 15 2 3600 20261201000000 20261101000000 1040 example.org. AQIDBA==
;                 ^ warning rrsig-labels: The signature of A of www.example.org is of a name with 2 labels: validators pass it over. Sign the zone again
www IN NSEC @ A RRSIG NSEC
www IN RRSIG NSEC 15 3 3600 20261201000000 20261101000000 1040 example.org. AQIDBA==
`);
});

test('the asterisk of a wildcard does not count', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG SOA 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN RRSIG NS 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN RRSIG DNSKEY 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
@    IN NSEC *.w NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
*.w IN TXT "t"
*.w IN RRSIG TXT 15 3 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
*.w IN NSEC @ TXT RRSIG NSEC
*.w IN RRSIG NSEC 15 3 3600 20261201000000 20261101000000 1040 example.com. AQIDBA==
`);
});
