import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
$TTL 1h
www  300 IN A 192.0.2.1
www      IN A 192.0.2.2
;<----------------------- warning ttl-differs: This A record of www.example.com has the TTL 3600, the first one 300: a set has one TTL, and BIND takes that of the first
www  5m  IN A 192.0.2.3
m    60  IN MX 10 a.example.net.
m    30  IN MX 20 b.example.net.
;    ^^ warning ttl-differs: This MX record of m.example.com has the TTL 30, the first one 60: a set has one TTL, and BIND takes that of the first
m    60  IN TXT "other type"
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
$TTL 1h
www  300 IN A 192.0.2.1
www  5m  IN A 192.0.2.2
www  60  IN AAAA 2001:db8::1
sub  60  IN NS ns1.example.net.
www  60  IN RRSIG A 8 3 60 20270101000000 20260101000000 1 example.com. AAAA
www  60  IN RRSIG AAAA 8 3 60 20270101000000 20260101000000 1 example.com. AAAA
www  300 IN RRSIG MX 8 3 60 20270101000000 20260101000000 1 example.com. AAAA
;- sub.example.com.zone
@    300 IN NS ns1.example.net.
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
www  300 IN A 192.0.2.1
$INCLUDE part
;- part fragment
www  60  IN A 192.0.2.2
;    ^^ warning ttl-differs: This A record of www.example.com has the TTL 60, the first one 300: a set has one TTL, and BIND takes that of the first
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
www  5m  IN A 192.0.2.1
www      IN A 192.0.2.2
;<----------------------- warning ttl-differs: This A record of www.example.com has the TTL 3600, the first one 300 (and 1 more differ): a set has one TTL, and BIND takes that of the first
www  60  IN A 192.0.2.3
`,
    'Give all of them the TTL of the first, 300',
    `
;- example.com.zone
$TTL 1h
www  5m  IN A 192.0.2.1
www      5m IN A 192.0.2.2
www  5m  IN A 192.0.2.3
`,
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(`
;- example.com.zone
www  300 IN A 192.0.2.1
www  60  IN A 192.0.2.2
;    ^^ warning ttl-differs: This A record of www.example.com has the TTL 60, the first one 300: a set has one TTL, and BIND takes that of the first
ftp      IN A 192.0.2.3
`);
  assert.deepEqual(fixTitles(workbench, 'ttl-differs'), [
    'Give all of them the TTL of the first, 300 (refused: there is no $TTL here, and the lines below take their TTL from one of these)',
  ]);
});
