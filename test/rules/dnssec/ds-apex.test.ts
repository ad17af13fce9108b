import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('at the apex, and at a delegation', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN DS  12345 8 2 0000000000000000000000000000000000000000000000000000000000000000
;       ^^ error ds-apex: The DS of example.com belongs to its parent zone, beside the NS records of the delegation
sub  IN NS  ns1.example.net.
sub  IN DS  12345 8 2 0000000000000000000000000000000000000000000000000000000000000000
`);
});
