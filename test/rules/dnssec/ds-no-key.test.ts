import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('another key', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DS  12345 15 2 0000000000000000000000000000000000000000000000000000000000000000
;           ^^^^^ warning ds-no-key: The DS of sub.example.com names key 12345, and the zone has the key 1040: validators answer SERVFAIL for all names there. Take the DS from the zone's keys
;- sub.example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});

test('one of two fits; a child that its server may sign; one that nobody holds', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DS  12345 15 2 0000000000000000000000000000000000000000000000000000000000000000
sub  IN DS  1040 15 2 1e088eb39738fc521993d6f2e70c4c3aa4edd570fa259a70d2dcd74c51b6f9a2
in   IN NS  ns1.example.net.
in   IN DS  12345 15 2 0000000000000000000000000000000000000000000000000000000000000000
out  IN NS  ns1.example.net.
out  IN DS  12345 15 2 0000000000000000000000000000000000000000000000000000000000000000
;- sub.example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;- in.example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
});

test('the zone is written by its server', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DS  12345 15 2 0000000000000000000000000000000000000000000000000000000000000000
;- sub.example.com.zone dynamic
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});

test('the digest of another key with the same tag', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DS  1040 15 2 0000000000000000000000000000000000000000000000000000000000000000
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ds-no-key: The digest in the DS of sub.example.com is not that of key 1040 of the zone: validators answer SERVFAIL for all names there. Take the DS from the zone's keys
;- sub.example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});

test('a child that its server signs in a file beside it, and one that nobody signs', () => {
  check(`
;- named.conf
zone "example.com" { type primary; file "example.com.zone"; };
zone "sub.example.com" { type primary; file "sub.zone"; dnssec-policy default; };
zone "beside.example.com" { type primary; file "beside.zone"; dnssec-policy default; inline-signing yes; };
zone "plain.example.com" { type primary; file "plain.zone"; };
;- example.com.zone
sub    3600 IN NS ns1.example.net.
sub    3600 IN DS 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
beside 3600 IN NS ns1.example.net.
beside 3600 IN DS 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
plain  3600 IN NS ns1.example.net.
plain  3600 IN DS 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
;                 ^^^^^ warning ds-no-key: The DS of plain.example.com names key 12345, and the zone has no DNSKEY: validators answer SERVFAIL for all names there. Take the DS from the zone's keys
;- sub.zone
@ 3600 IN NS ns1.example.net.
;- beside.zone
@ 3600 IN NS ns1.example.net.
;- plain.zone
@ 3600 IN NS ns1.example.net.
`);
});

test('a child that is loaded from the signed file beside its source', () => {
  // Which file is the zone is told by the text of both, so it is not typed here.
  const workbench = new Workbench(`
;- named.conf
zone "example.com" { type primary; file "example.com.zone"; };
zone "sub.example.com" { type primary; file "sub.zone.signed"; };
;- example.com.zone
sub  3600 IN NS ns1.example.net.
sub  3600 IN DS 1040 15 2 DC2D32FA08F3297F2BDBF4FE2DA8DDC1B6C3AA15DA163E48E8F01E88A6B0AA05
;- sub.zone
@    3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    3600 IN NS  ns1.example.net.
;- sub.zone.signed
@    3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    3600 IN NS  ns1.example.net.
@    3600 IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
  assert.deepEqual(
    workbench.shown().map(({ message }) => message),
    [],
  );
});
