import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('none', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;<- error ns-missing: example.com has no NS record at its apex: BIND refuses the zone
sub  IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
});

test('no SOA either: one finding', () => {
  check(
    `
;- example.com.zone
www 3600 IN A 192.0.2.1
;< error soa-missing: example.com has no SOA record: servers refuse the zone
`,
    { wholeZones: true },
  );
});

test('one that can not be read, and one that may be in a file that is not there', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  a..b
;             ^ error syntax-label-empty: NS host "a..b" has an empty label: two dots in a row
;- example.net.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
$INCLUDE ns.inc
;        ^^^^^^ error syntax-include-missing: $INCLUDE names "ns.inc", and there is no such file here
`,
    { wholeZones: true },
  );
});
