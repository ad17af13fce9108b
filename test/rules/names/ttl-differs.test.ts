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
;    ^^ warning ttl-differs: This A record of www.example.com has the TTL 60, the first one 300: a set has one TTL, and which one counts depends on the server
`);
});

test('groups of records, of which the last one counts', () => {
  check(`
;- example.com.zone
www  300 IN A 192.0.2.1
ftp  300 IN A 192.0.2.9
www  60  IN A 192.0.2.2
;    ^^ warning ttl-differs: This A record of www.example.com has the TTL 60, the first one 300: a set has one TTL, and BIND takes that of the last group, 60
ns   60  IN A 192.0.2.3
ns   90  IN TXT "other type"
     30  IN A 192.0.2.4
;    ^^ warning ttl-differs: This A record of ns.example.com has the TTL 30, the first one 60: a set has one TTL, and BIND takes that of the last group, 60
sub  300 IN NS ns
ns   60  IN A 192.0.2.5
sub  60  IN NS ftp
;    ^^ warning ttl-differs: This NS record of sub.example.com has the TTL 60, the first one 300: a set has one TTL, and BIND takes that of the first
up   300 IN A 192.0.2.6
UP   60  IN A 192.0.2.7
;    ^^ warning ttl-differs: This A record of up.example.com has the TTL 60, the first one 300: a set has one TTL, and BIND takes that of the last group, 60
$GENERATE 1-2 g 300 A 192.0.2.1$
g    60  IN A 192.0.2.8
;    ^^ warning ttl-differs: This A record of g.example.com has the TTL 60, the first one 300: a set has one TTL, and which one counts depends on the server
`);
});

test('a record above the first TTL has none that could be another', () => {
  check(`
;- example.com.zone
@ IN NS ns1.example.net.
;<- error ttl-missing: No TTL here, no $TTL above and no SOA yet: BIND refuses the zone
$TTL 1d
@ IN NS ns2.example.net.
`);
});

test('the fix, where other names stand between', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
www  5m  IN A 192.0.2.1
ftp      IN A 192.0.2.9
www  1m  IN A 192.0.2.2
;    ^^ warning ttl-differs: This A record of www.example.com has the TTL 60, the first one 300 (and 1 more differ): a set has one TTL, and BIND takes that of the last group, 60
www  90  IN A 192.0.2.3
`,
    'Give all of them the TTL that BIND takes, 60',
    `
;- example.com.zone
$TTL 1h
www  1m  IN A 192.0.2.1
ftp      IN A 192.0.2.9
www  1m  IN A 192.0.2.2
www  1m  IN A 192.0.2.3
`,
  );
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

test('a line that stands twice with another TTL is told as that alone', () => {
  check(`
;- example.com.zone
www 300 IN A 192.0.2.1
www 300 IN A 192.0.2.2
www 77  IN A 192.0.2.2
;<---------------------- warning record-duplicate: www.example.com has this A record already
`);
});
