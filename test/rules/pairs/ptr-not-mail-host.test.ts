import { test } from 'node:test';
import { check } from '../../support/check.ts';

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
