import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 mx -all"
@    3600 IN MX  10 mail
;                   ^^^^ hint spf-helo: mail.example.com sends mail and has no SPF record of its own: receivers check the name that it greets with too
mail 3600 IN A   192.0.2.25
`);
});

test('hosts that only receive, those elsewhere, and one that has a record', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 a:out.example.com -all"
@    3600 IN MX  10 in
@    3600 IN MX  20 mail.example.net.
in   3600 IN A   192.0.2.25
out  3600 IN A   192.0.2.26
b    3600 IN TXT "v=spf1 mx -all"
b    3600 IN MX  10 mail.b
mail.b 3600 IN A 192.0.2.27
mail.b 3600 IN TXT "v=spf1 a -all"
c    3600 IN TXT "v=spf1 mx -all"
c    3600 IN MX  10 mail.c
;                   ^^^^^^ hint spf-helo: mail.c.example.com sends mail and has no SPF record of its own: receivers check the name that it greets with too
mail.c 3600 IN A 192.0.2.28
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@    3600 IN TXT "v=spf1 mx -all"
@    3600 IN MX  10 mail
;                   ^^^^ hint spf-helo: mail.example.com sends mail and has no SPF record of its own: receivers check the name that it greets with too
mail 3600 IN A   192.0.2.25
`,
    'Add "mail 3600 IN TXT "v=spf1 a -all"" to example.com',
    `
;- example.com.zone
@    3600 IN TXT "v=spf1 mx -all"
@    3600 IN MX  10 mail
mail 3600 IN A   192.0.2.25
mail 3600 IN TXT "v=spf1 a -all"
`,
  );
});
