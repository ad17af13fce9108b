import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a name with an address, one without anything', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
www  IN A   192.0.2.10
www  IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;       ^^ error ds-no-delegation: www.example.com has a DS record and no NS record: a DS belongs to a delegation, and BIND refuses the zone. Add the NS records of the child zone, or delete the DS
sub  IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;       ^^ error ds-no-delegation: sub.example.com has a DS record and no NS record: a DS belongs to a delegation, and BIND refuses the zone. Add the NS records of the child zone, or delete the DS
`);
});

test('several at one name are one finding', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;       ^^ error ds-no-delegation: sub.example.com has a DS record and no NS record: a DS belongs to a delegation, and BIND refuses the zone. Add the NS records of the child zone, or delete the DS
sub  IN DS  12345 13 4 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
`);
});

test('a delegation; below one it is hidden', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  ns1.example.net.
sub  IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
a.sub IN DS 12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;<--------------------------------------------------------------------------------------- warning delegation-occluded: The DS record of a.sub.example.com lies below the delegation of sub.example.com: nobody gets it from here, it belongs to the zone sub.example.com
`);
});

test('NS records that can not be read, or stand in another file', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
$INCLUDE part
sub  IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;- part
sub  IN NS  ns1.example.net.
`);
});
