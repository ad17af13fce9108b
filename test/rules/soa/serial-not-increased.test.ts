import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a record more', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: The zone has changed since the last commit or save, and its serial is still 2026112200: secondaries do not fetch the change
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`,
    'Raise the serial to 2026112300',
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112300 1d 2h 4w 1h
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`,
  );
});

test('raised', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112201 1d 2h 4w 1h
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
});

test('a line that was meant as a comment, and is one now', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
; by hand
; www IN A 192.0.2
  ; and this
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
# by hand
// www IN A 192.0.2
  # and this
`);
});

test('a line that could not be read, and is a record now', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: The zone has changed since the last commit or save, and its serial is still 2026112200: secondaries do not fetch the change
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
www  IN A   192.0.2
`);
});

test('the line below a comment that is one now has another owner', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: The zone has changed since the last commit or save, and its serial is still 2026112200: secondaries do not fetch the change
@    IN NS  ns1.example.net.
; by hand
     IN TXT text
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
# by hand
     IN TXT text
`);
});

test('comments and spelling', () => {
  check(`
;- example.com.zone
; the zone
$TTL 60m
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 60m
@    IN NS  ns1.example.net.
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
});

test('in an included file', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: The zone has changed since the last commit or save, and its serial is still 2026112200: secondaries do not fetch the change
@    IN NS  ns1.example.net.
$INCLUDE hosts
;- hosts fragment
www  IN A   192.0.2.1
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
$INCLUDE hosts
;- hosts@committed
www  IN A   192.0.2.2
`);
});

test('lower than it was', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2025010100 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: Serial 2025010100 is not higher than 2026112200, which the zone had at the last commit or save: secondaries keep what they have
@    IN NS  ns1.example.net.
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`,
    'Raise the serial to 2026112300',
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112300 1d 2h 4w 1h
@    IN NS  ns1.example.net.
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`,
  );
});

test('around the end of the numbers (RFC 1982)', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 5 1d 2h 4w 1h
@    IN NS  ns1.example.net.
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 4294967290 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
});

test('no fix where the next number is no higher either', () => {
  const workbench = check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2147483650 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: Serial 2147483650 is not higher than 1, which the zone had at the last commit or save: secondaries keep what they have
@    IN NS  ns1.example.net.
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a file that is new, a secondary zone, a placeholder', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
;- example.net.zone secondary
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.net.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
;- example.org.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster @SERIAL@ 1d 2h 4w 1h
;                                       ^^^^^^^^ error syntax-template: "@SERIAL@" stands for something that a template fills in: lines like this one are not checked
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.org.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster @SERIAL@ 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
});

test('refused where another program writes the file', () => {
  const workbench = check(`
;- example.com.zone
; generated by make-zones, do not edit
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;                                       ^^^^^^^^^^ warning serial-not-increased: The zone has changed since the last commit or save, and its serial is still 2026112200: secondaries do not fetch the change
@    IN NS  ns1.example.net.
www  IN A   192.0.2.1
;- example.com.zone@committed
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Raise the serial to 2026112300 (refused: example.com.zone says "generated by make-zones, do not edit": change what it is made from)',
  ]);
});
