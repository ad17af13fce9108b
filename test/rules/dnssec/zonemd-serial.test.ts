import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('another serial', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN ZONEMD 2026112100 1 1 010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101
;              ^^^^^^^^^^ warning zonemd-serial: The digest is of serial 2026112100, and the zone has 2026112200: it was changed since, and who checks the digest refuses it. Have it made anew
`);
});

test('the same, a place for a digest to come, below the apex', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN ZONEMD 2026112200 1 1 010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101
@    IN ZONEMD 1 1 2 00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
sub  IN ZONEMD 1 1 1 010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101
;<--- warning dnskey-not-apex: The ZONEMD record of sub.example.com stands in the zone example.com: it is asked for at the apex of a zone only
`);
});
