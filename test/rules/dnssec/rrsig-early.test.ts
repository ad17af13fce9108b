import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('next year', () => {
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
www  IN RRSIG A 15 3 3600 20270101000000 20261224000000 1040 example.com. AQ==
;                                        ^^^^^^^^^^^^^^ error rrsig-early: A signature is not valid yet, the last (A of www.example.com) begins at 2026-12-24 00:00 UTC: until then validators answer SERVFAIL. See that the signer's clock is right
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('records outside the zone are no part of it', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC @ NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www.example.net. IN A 192.0.2.10
;<---------------- warning out-of-zone: www.example.net is not in the zone example.com: BIND drops this record
www.example.net. IN RRSIG A 15 3 3600 20270101000000 20261224000000 1041 example.net. AQ==
;<---------------- warning out-of-zone: www.example.net is not in the zone example.com: BIND drops this record
`);
});

test('begun, or a moment from now', () => {
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
www  IN RRSIG A 15 3 3600 20270101000000 20261123120200 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('times that are swapped are told once', () => {
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
www  IN RRSIG A 15 3 3600 20261101000000 20270101000000 1040 example.com. AQ==
;                         ^^^^^^^^^^^^^^ error rrsig-expired: A signature (A of www.example.com) ends at 2026-11-01 00:00 UTC, before it begins: validators answer SERVFAIL. Sign the zone again
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});
