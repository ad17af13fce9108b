import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('the host does not exist', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10)
web   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  old.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10
`);
});

test('the host has an address of the other family only', () => {
  check(`
;- example.com.zone
www   IN AAAA 2001:db8::10
api   IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-target-no-address: www.example.com has no A record, so it does not confirm 192.0.2.10)
web   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: www.example.com has no A record, so it does not confirm 192.0.2.10
`);
});

test('an alias that leads nowhere, and one that leads in a circle', () => {
  check(`
;- example.com.zone
a     IN CNAME gone
b     IN CNAME c
;              ^ error cname-loop: b.example.com leads back to itself by way of c.example.com: no look-up ends
c     IN CNAME b
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-target-no-address: a.example.com is an alias of gone.example.com, which does not exist in example.com, so it does not confirm 192.0.2.10
11    IN PTR  b.example.com.
`);
});

test('on a mail host it is an error', () => {
  check(`
;- example.com.zone
@     IN TXT  "v=spf1 ip4:192.0.2.25 -all"
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-target-no-address: mx.example.com does not exist in example.com, so it does not confirm 192.0.2.25; 192.0.2.25 sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
smtp  IN A    192.0.2.25
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  mx.example.com.
;             ^^^^^^^^^^^^^^^ error ptr-target-no-address: mx.example.com does not exist in example.com, so it does not confirm 192.0.2.25; 192.0.2.25 sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
});

test('IPv6', () => {
  check(`
;- example.com.zone
a     IN AAAA 2001:db8::25
;             ^^^^^^^^^^^^ (warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 2001:db8::25)
b     IN AAAA 2001:db8::25
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
5.2.0.0 IN PTR old.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 2001:db8::25
`);
});

test('unknown is silent: a foreign host, one below a delegation, a zone with a missing $INCLUDE', () => {
  check(
    `
;- example.com.zone
sub   IN NS   ns.example.net.
;- example.org.zone
$INCLUDE hosts.inc
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.net.
11    IN PTR  host.sub.example.com.
12    IN PTR  www.example.org.
`,
    { rules: { 'syntax-include-missing': 'off' } },
  );
});

test('a wildcard answers for the host', () => {
  check(`
;- example.com.zone
*     IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  any.example.com.
`);
});

test('a line of $GENERATE without any addresses is one finding', () => {
  check(`
;- example.com.zone
www   IN A    198.51.100.10
;- 2.0.192.in-addr.arpa.zone
$GENERATE 10-60 $ IN PTR a-$-b.example.com.
;                        ^^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: a-10-b.example.com does not exist in example.com, so it does not confirm 192.0.2.10; 51 PTR records of this $GENERATE line are not confirmed
`);
});

test('a classless zone whose parent is not held', () => {
  check(`
;- example.com.zone
www   IN A    198.51.100.10
;- 0-63.2.0.192.in-addr.arpa.zone
10    IN PTR  gone.example.com.
;             ^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: gone.example.com does not exist in example.com, so it does not confirm 192.0.2.10
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www   3600 IN A    192.0.2.10
;                  ^^^^^^^^^^ (warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10)
web   3600 IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone secondary
10    3600 IN PTR  old.example.com.
;                  ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the PTR of 192.0.2.10 from old.example.com. to www.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
    'Change the PTR of 192.0.2.10 from old.example.com. to web.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
    'Add "old 3600 IN A 192.0.2.10" to example.com (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
