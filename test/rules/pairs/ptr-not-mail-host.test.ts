import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('the PTR names another host of the address', () => {
  check(
    `
;- example.com.zone
@     IN MX   10 mail
mail  IN A    192.0.2.25
www   IN A    192.0.2.25
@     IN TXT  "v=spf1 mx -all"
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-not-mail-host: The PTR record of 192.0.2.25 names www.example.com, but mail for example.com is sent as mail.example.com
`,
    { rules: { 'ptr-not-mail-host': 'warning' } },
  );
});

test('it names one of two mail hosts', () => {
  check(
    `
;- example.com.zone
@     IN MX   10 mail
mail  IN A    192.0.2.25
;- example.org.zone
@     IN MX   10 mx
mx    IN A    192.0.2.25
;- 2.0.192.in-addr.arpa.zone
25    IN PTR  mx.example.org.
`,
    { rules: { 'ptr-not-mail-host': 'warning' } },
  );
});

test('the PTR gets the name of the mail host; refused where its zone comes from a primary server', () => {
  const zones = (role: string): string => `
;- example.com.zone
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
www   3600 IN A    192.0.2.25
@     3600 IN TXT  "v=spf1 mx -all"
;- 2.0.192.in-addr.arpa.zone${role}
25    3600 IN PTR  www.example.com.
;                  ^^^^^^^^^^^^^^^^ warning ptr-not-mail-host: The PTR record of 192.0.2.25 names www.example.com, but mail for example.com is sent as mail.example.com
`;
  const on = { rules: { 'ptr-not-mail-host': 'warning' } } as const;
  const title = 'Change the PTR of 192.0.2.25 from www.example.com. to mail.example.com.';
  assert.deepEqual(fixTitles(check(zones(''), on)), [title]);
  assert.deepEqual(fixTitles(check(zones(' secondary'), on)), [
    `${title} (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)`,
  ]);
});
