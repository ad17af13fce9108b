import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('only where the dotted name is held and the other does not exist', () => {
  check(`
;- example.org.zone
a     3600 IN CNAME www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
b     3600 IN CNAME gone.example.net
c     3600 IN CNAME host.sub
d     3600 IN CNAME www.example.com
www.example.com 3600 IN A 192.0.2.12
host.sub 3600 IN A 192.0.2.13
@     3600 IN MX 10 www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
;- example.net.zone
www   3600 IN A 192.0.2.10
;- example.com.zone
www   3600 IN A 192.0.2.11
`);
});

test('a single label with a final dot too many, where the zone has such a name', () => {
  check(`
;- example.org.zone
$TTL 1h
@    SOA ns1. hostmaster.example.net. 2026110101 4h 1h 2w 1h
;        ^^^^ warning target-missing-dot: "ns1." has a final dot, so it means the top-level domain, and not ns1.example.org
@    NS  ns1.
;        ^^^^ warning target-missing-dot: "ns1." has a final dot, so it means the top-level domain, and not ns1.example.org
@    NS  ns2.example.net.
@    MX  10 mail.
;           ^^^^^ error target-missing-dot: "mail." has a final dot, so it means the top-level domain, and not mail.example.org: no mail is delivered there
sub  NS  ns1.
;        ^^^^ warning target-missing-dot: "ns1." has a final dot, so it means the top-level domain, and not ns1.example.org
sub  NS  ns2.example.net.
ftp  CNAME www.
;          ^^^^ warning target-missing-dot: "www." has a final dot, so it means the top-level domain, and not www.example.org
ipp  CNAME printer.
lo   CNAME localhost.
_sip._tcp SRV 0 0 5060 sip.
;                      ^^^^ warning target-missing-dot: "sip." has a final dot, so it means the top-level domain, and not sip.example.org
$ORIGIN sub2
x    CNAME www.
;          ^^^^ warning target-missing-dot: "www." has a final dot, so it means the top-level domain, and not www.example.org
$ORIGIN example.org.
localhost A 127.0.0.1
ns1  A   192.0.2.1
mail A   192.0.2.2
www  A   192.0.2.3
sip  A   192.0.2.4
test A   192.0.2.5
old  CNAME test.
;- test.zone origin=test.
$TTL 1h
@    SOA ns1.example.org. hostmaster.example.net. 2026110101 4h 1h 2w 1h
@    NS  ns1.example.org.
@    A   192.0.2.9
`);
});

test('the dot away', () => {
  checkFix(
    `
;- example.org.zone
@     3600 IN MX 10 mail.
;                   ^^^^^ error target-missing-dot: "mail." has a final dot, so it means the top-level domain, and not mail.example.org: no mail is delivered there
mail  3600 IN A 192.0.2.10
`,
    'Change the target to mail.example.org.',
    `
;- example.org.zone
@     3600 IN MX 10 mail.example.org.
mail  3600 IN A 192.0.2.10
`,
  );
});

test('the dot', () => {
  checkFix(
    `
;- example.org.zone
a     3600 IN CNAME www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
;- example.net.zone
www   3600 IN A 192.0.2.10
`,
    /final dot/,
    `
;- example.org.zone
a     3600 IN CNAME www.example.net.
;- example.net.zone
www   3600 IN A 192.0.2.10
`,
  );
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.org.zone secondary
www   3600 IN CNAME www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
;- example.net.zone secondary
www   3600 IN A     192.0.2.10
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the missing final dot: www.example.net. (refused: example.org is a secondary zone here: its primary overwrites the change)',
  ]);
});
