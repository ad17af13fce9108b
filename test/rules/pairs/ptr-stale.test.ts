import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('a renamed host is one finding for both families', () => {
  check(`
;- example.com.zone
new   IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt? (2 PTR records))
new   IN AAAA 2001:db8::10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  old.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt? (2 PTR records)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
0.1.0.0 IN PTR old.example.com.
`);
});

test('on a mail host each address by itself', () => {
  check(`
;- example.com.zone
@     IN MX   10 new
new   IN A    192.0.2.10
;             ^^^^^^^^^^ (error ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt?; new.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
new   IN AAAA 2001:db8::10
;             ^^^^^^^^^^^^ (error ptr-stale: old.example.com does not exist, and 2001:db8::10 belongs to new.example.com: renamed, or misspelt?; new.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  old.example.com.
;             ^^^^^^^^^^^^^^^^ error ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt?; new.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
0.1.0.0 IN PTR old.example.com.
;              ^^^^^^^^^^^^^^^^ error ptr-stale: old.example.com does not exist, and 2001:db8::10 belongs to new.example.com: renamed, or misspelt?; new.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
});

test('two names to choose from, or none: not this rule', () => {
  check(`
;- example.com.zone
new   IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10)
other IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  old.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10
11    IN PTR  older.example.com.
;             ^^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: older.example.com does not exist in example.com, so it does not confirm 192.0.2.11
`);
});

test('an alias to a name that does not exist is not gone', () => {
  check(`
;- example.com.zone
www   IN A     192.0.2.10
;              ^^^^^^^^^^ (warning ptr-target-no-address: web.example.com is an alias of wwww.example.com, which does not exist in example.com, so it does not confirm 192.0.2.10)
web   IN CNAME wwww
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  web.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: web.example.com is an alias of wwww.example.com, which does not exist in example.com, so it does not confirm 192.0.2.10
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
new   3600 IN A    192.0.2.10
;                  ^^^^^^^^^^ (warning ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt? (2 PTR records))
new   3600 IN AAAA 2001:db8::10
;- 2.0.192.in-addr.arpa.zone secondary
10    3600 IN PTR  old.example.com.
;                  ^^^^^^^^^^^^^^^^ warning ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt? (2 PTR records)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone secondary
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
0.1.0.0 3600 IN PTR old.example.com.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change 2 PTR records from old.example.com. to new.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
