import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('at a delegation', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
;<--- error dnskey-not-apex: The DNSKEY of sub.example.com stands in the zone example.com: keys belong to the apex of their own zone, and a delegation has DS records
`);
});

test('at the apex', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`);
});

test('other records that are of a zone as a whole', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
x    IN CSYNC 66 3 A NS AAAA
;<- warning dnskey-not-apex: The CSYNC record of x.example.com stands in the zone example.com: it is asked for at the apex of a zone only
sub  IN NS  ns1.example.net.
sub  IN CDS 12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;<--------------------------------------------------------------------------------------- warning delegation-occluded: The CDS record of sub.example.com stands at the delegation of sub.example.com: nobody gets it from here, it belongs to the zone sub.example.com
_dsboot.example.org._signal.ns1 IN CDS 12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
`);
});
