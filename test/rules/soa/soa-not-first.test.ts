import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a record before it', () => {
  check(
    `
;- example.com.zone
$TTL 1h
www  IN A   192.0.2.10
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;       ^^^ information soa-not-first: The SOA is not the first record of the zone: some servers and programs expect it there
@    IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
});

test('a record before it in an included file', () => {
  check(
    `
;- example.com.zone
$TTL 1h
$INCLUDE hosts
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;       ^^^ information soa-not-first: The SOA is not the first record of the zone: some servers and programs expect it there
@    IN NS  ns1.example.net.
;- hosts fragment
www  IN A   192.0.2.10
`,
    { wholeZones: true },
  );
});

test('directives, comments and what is dropped', () => {
  check(
    `
;- example.com.zone
; the zone
$TTL 1h
$ORIGIN example.com.
www.example.org. IN A 192.0.2.1
;<---------------- warning out-of-zone: www.example.org is not in the zone example.com: BIND drops this record
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
});
