import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('the final dot is missing', () => {
  check(`
;- example.com.zone
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  mail.example.com
;             ^^^^^^^^^^^^^^^^ error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.2.0.192.in-addr.arpa
`);
});

test('a single label, and a line of $GENERATE', () => {
  check(`
;- example.com.zone
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-target-in-arpa: "mail" has no final dot, so it means mail.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  mail
;             ^^^^ error ptr-target-in-arpa: "mail" has no final dot, so it means mail.2.0.192.in-addr.arpa
`);
});

test('in a classless zone and in ip6.arpa', () => {
  check(`
;- example.com.zone
mail  IN AAAA 2001:db8::25
;             ^^^^^^^^^^^^ (error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa)
;- 0-63.2.0.192.in-addr.arpa.zone
25    IN PTR  mail.example.com
;             ^^^^^^^^^^^^^^^^ error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.0-63.2.0.192.in-addr.arpa
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
5.2.0.0 IN PTR mail.example.com
;              ^^^^^^^^^^^^^^^^ error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa
`);
});

test('an absolute target and service names are left alone', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
25           IN PTR  mail.example.net.
_dns-sd._udp IN PTR  lb
lb           IN TXT  "x"
b._dns-sd._udp IN PTR @
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
mail  3600 IN A    192.0.2.25
;                  ^^^^^^^^^^ (error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone secondary
25    3600 IN PTR  mail.example.com
;                  ^^^^^^^^^^^^^^^^ error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.2.0.192.in-addr.arpa
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the missing final dot: mail.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
