import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('an address without, and more', () => {
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
;<-------------------- warning rrsig-missing: The A records of www.example.com have no signature in a signed zone, and 1 other set too: validators answer SERVFAIL for them. Sign the zone again
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
mail IN A 192.0.2.25
`);
});

test('delegation, glue, what BIND is at', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC sub NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
sub  IN NS ns.sub
sub  IN NSEC www NS RRSIG NSEC
sub  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
ns.sub IN A 192.0.2.11
;- example.net.zone
$TTL 1h
@    IN SOA ns1.example.org. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.net. AQ==
@    IN NS  ns1.example.org.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.net. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.net. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.net. AQ==
www  IN A 192.0.2.10
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.net. AQ==
@    IN TYPE65534 \\# 5 0F04100000
`);
});

test('only the keys are signed: the rest is left to a server', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
`);
});

test('a signature that can not be read is told as that', () => {
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
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 tag example.com. AQ==
;                                                       ^^^ error syntax-number: RRSIG key tag must be a number from 0 to 65535, found "tag"
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a record that was renamed left its signature behind: that is told', () => {
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
web  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
;<------------------------------------------------------------------------------ warning edited-signed-zone: www.example.com has a signature of A records and no such record: the zone was edited after it was signed. Edit the unsigned zone, and sign it again
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a signature of the number of another type', () => {
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
www  IN RRSIG 7200 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
;<--------------------------------------------------------------------------------- warning edited-signed-zone: www.example.com has a signature of TYPE7200 records and no such record: the zone was edited after it was signed. Edit the unsigned zone, and sign it again
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('of a key elsewhere than at the apex its own rule tells', () => {
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
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
k.www IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;<----- error dnskey-not-apex: The DNSKEY of k.www.example.com stands in the zone example.com: keys belong to the apex of their own zone, and a delegation has DS records
`);
});

test('of each algorithm of the keys', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN RRSIG SOA 13 2 3600 20270101000000 20261101000000 1038 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN RRSIG NS 13 2 3600 20270101000000 20261101000000 1038 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN DNSKEY 257 3 13 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN RRSIG DNSKEY 13 2 3600 20270101000000 20261101000000 1038 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN RRSIG NSEC 13 2 3600 20270101000000 20261101000000 1038 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
;               ^^ warning rrsig-missing: The A records of www.example.com have no signature of algorithm 13, of which the zone has a key, and 1 other set too: some validators answer SERVFAIL for them. Sign the zone again
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});
