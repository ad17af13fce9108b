import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('below, and at the apex', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;<--- error soa-not-apex: The SOA of sub.example.com stands in the zone example.com: an SOA belongs to the apex, example.com
`);
});
