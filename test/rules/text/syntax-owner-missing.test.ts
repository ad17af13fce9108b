import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a class at the beginning of its line is an owner', () => {
  check(`
;- example.com.zone
@    3600 IN NS ns.example.net.
IN   3600 MX 10 mail.example.net.
;<-- warning syntax-owner-missing: "IN" begins the line, so it is an owner and no class: this record is of in.example.com, not of the owner above
IN   3600 TXT "x"
;<-- warning syntax-owner-missing: "IN" begins the line, so it is an owner and no class: this record is of in.example.com, not of the owner above
     3600 IN TXT "y"
`);
});

test('the fix puts the blank there', () => {
  checkFix(
    `
;- example.com.zone
mail 3600 IN A 192.0.2.10
IN AAAA 2001:db8::10
;<-- warning syntax-owner-missing: "IN" begins the line, so it is an owner and no class: this record is of in.example.com, not of the owner above
`,
    /blank/,
    `
;- example.com.zone
mail 3600 IN A 192.0.2.10
 IN AAAA 2001:db8::10
`,
  );
});

test('nothing else is said of its address, and of the PTR to the host that was meant', () => {
  check(`
;- example.com.zone
$TTL 3600
mail IN A    192.0.2.10
IN      AAAA 2001:db8::10
;<-- warning syntax-owner-missing: "IN" begins the line, so it is an owner and no class: this record is of in.example.com, not of the owner above
IN      A    192.0.2.11
;<-- warning syntax-owner-missing: "IN" begins the line, so it is an owner and no class: this record is of in.example.com, not of the owner above
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR mail.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR mail.example.com.
`);
});

test('a name that is used elsewhere, or among countries, is meant so', () => {
  check(`
;- example.com.zone
$TTL 3600
IN     A     203.0.113.1
www    CNAME in
$ORIGIN a.example.com.
IN IN  A     203.0.113.2
$ORIGIN b.example.com.
IN     A     203.0.113.3
in     TXT   "x"
$ORIGIN c.example.com.
IL     A     203.0.113.4
IN     A     203.0.113.5
US     A     203.0.113.6
$ORIGIN d.example.com.
in     A     203.0.113.7
`);
});

test('a type at the beginning of its line, for whose record that of the owner above is not missed', () => {
  check(`
;- example.com.zone
$TTL 3600
@    NS  ns.example.net.
MX 10 mail
;<-- error syntax-owner-missing: "MX" begins the line, so it is an owner and no record type: an owner is missing before it, or a blank
mail A   203.0.113.2
AAAA 2001:db8::2
;<---- error syntax-owner-missing: "AAAA" begins the line, so it is an owner and no record type: an owner is missing before it, or a blank
TXT "x"
;<--- error syntax-owner-missing: "TXT" begins the line, so it is an owner and no record type: an owner is missing before it, or a blank
     TXT "y"
A  foo
;  ^^^ error syntax-type: Unknown record type "foo"
`);
});

test('refused where the zone comes from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
mail 3600 IN A 192.0.2.10
IN AAAA 2001:db8::10
;<-- warning syntax-owner-missing: "IN" begins the line, so it is an owner and no class: this record is of in.example.com, not of the owner above
`);
  assert.deepEqual(fixTitles(workbench), [
    'Put a blank before "IN" (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('the SOA itself: that the zone has none is not told too', () => {
  check(
    `
;- example.com.zone
  IN SOA ns1.example.net. hostmaster.example.com. 1 14400 3600 1209600 3600
; ^^ error syntax-owner-missing: The line begins with a blank, so it takes the owner of the record above, but there is none
example.com. 3600 IN NS ns1.example.net.
example.com. 3600 IN NS ns2.example.net.
`,
    { wholeZones: true },
  );
});
