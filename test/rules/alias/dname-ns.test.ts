import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
a    60 IN NS    ns1.example.net.
a    60 IN DNAME example.net.
;          ^^^^^ error dname-ns: a.example.com is delegated and has a DNAME record: what lies below it is led on or delegated, not both; Knot refuses the zone
b    60 IN DNAME example.net.
b    60 IN NS    ns1.example.net.
;          ^^ error dname-ns: b.example.com is delegated and has a DNAME record: what lies below it is led on or delegated, not both; Knot refuses the zone
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
@    60 IN NS    ns1.example.net.
@    60 IN NS    ns2.example.net.
@    60 IN DNAME example.net.
;- example.org.zone
d    60 IN DNAME example.net.
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
a    60 IN NS    ns1.example.net.
$INCLUDE part
;- part fragment
a    60 IN DNAME example.net.
;          ^^^^^ error dname-ns: a.example.com is delegated and has a DNAME record: what lies below it is led on or delegated, not both; Knot refuses the zone
`);
});
