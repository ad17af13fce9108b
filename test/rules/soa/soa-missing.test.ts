import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('none, with and without other records', () => {
  check(
    `
;- example.com.zone
$TTL 1h
;< error soa-missing: example.com has no SOA record: servers refuse the zone
@    IN NS  ns1.example.net.
;           ^^^^^^^^^^^^^^^^ warning ns-no-address: example.com has the name server ns1.example.net, which does not exist in example.net: nobody reaches this server
;- example.net.zone
$TTL 1h
;< error soa-missing: example.net has no SOA record: servers refuse the zone
www  IN A   192.0.2.10
;- example.org.zone

;< error soa-missing: example.org has no SOA record: servers refuse the zone`,
    { wholeZones: true },
  );
});

test('that of another zone', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN NS  ns1.example.net.
example.org. IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;<------------ error soa-missing: The SOA is that of example.org, and example.com has none: servers refuse the zone
`,
    { wholeZones: true },
  );
});

test('one below the apex is said there', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN NS  ns1.example.net.
sub  IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;<--- error soa-not-apex: The SOA of sub.example.com stands in the zone example.com: an SOA belongs to the apex, example.com
`,
    { wholeZones: true },
  );
});

test('one that can not be read is said there', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN NS  ns1.example.net.
@    IN SOA ns1.example.net. hostmaster 1 1d
;                                           | error syntax-field-missing: SOA retry is missing
`,
    { wholeZones: true },
  );
});

test('one that may be in a file that is not there', () => {
  check(
    `
;- example.com.zone
$TTL 1h
$INCLUDE soa.inc
;        ^^^^^^^ error syntax-include-missing: $INCLUDE names "soa.inc", and there is no such file here
@    IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
});

test('one in an included file', () => {
  check(
    `
;- example.com.zone
$TTL 1h
$INCLUDE soa.inc
@    IN NS  ns1.example.net.
;- soa.inc fragment
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
`,
    { wholeZones: true },
  );
});

test('the fix writes an empty zone', () => {
  checkFix(
    `
;- example.com.zone

;< error soa-missing: example.com has no SOA record: servers refuse the zone
`,
    'Write SOA and NS records of example.com',
    `
;- example.com.zone
; To be filled in: the name servers and their addresses
$TTL 3600
@	IN	SOA	ns1.example.com. hostmaster.example.com. (
				2026112301	; serial
				14400	; refresh
				3600	; retry
				1209600	; expire
				3600 )	; negative answers
@	IN	NS	ns1.example.com.
@	IN	NS	ns2.example.com.

ns1	IN	A	192.0.2.1
ns2	IN	A	198.51.100.1
`,
    { wholeZones: true },
  );
});

test('no fix where something stands in the file', () => {
  const workbench = check(
    `
;- example.com.zone
$TTL 1h
;< error soa-missing: example.com has no SOA record: servers refuse the zone
@    IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
  assert.deepEqual(fixTitles(workbench, 'soa-missing'), []);
});
