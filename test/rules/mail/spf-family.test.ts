import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
;                        ^^^^^^^^^^^^^^ warning spf-family: mail.example.com has 2001:db8::25 too, which the SPF record does not pass: what it sends over IPv6 fails SPF
@    3600 IN MX  10 mail
mail 3600 IN A    192.0.2.25
mail 3600 IN AAAA 2001:db8::25
`);
});

test("passed by a network, known providers, unknown includes, and another zone's host", () => {
  check(`
;- example.com.zone
@    3600 IN MX  10 mail
@    3600 IN TXT "v=spf1 ip4:192.0.2.25 ip6:2001:db8::/64 -all"
b    3600 IN TXT "v=spf1 ip4:192.0.2.25 include:_spf.google.com -all"
;                        ^^^^^^^^^^^^^^ warning spf-family: mail.example.com has 2001:db8::25 too, which the SPF record does not pass: what it sends over IPv6 fails SPF
c    3600 IN TXT "v=spf1 ip4:192.0.2.25 include:_spf.example.net -all"
d    3600 IN TXT "v=spf1 ip4:192.0.2.26 -all"
mail 3600 IN A    192.0.2.25
mail 3600 IN AAAA 2001:db8::25
;- example.org.zone
x    3600 IN A    192.0.2.26
x    3600 IN AAAA 2001:db8::26
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@    3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
;                        ^^^^^^^^^^^^^^ warning spf-family: mail.example.com has 2001:db8::25 too, which the SPF record does not pass: what it sends over IPv6 fails SPF
mail 3600 IN A    192.0.2.25
mail 3600 IN AAAA 2001:db8::25
`,
    'Add "ip6:2001:db8::25"',
    `
;- example.com.zone
@    3600 IN TXT "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 -all"
mail 3600 IN A    192.0.2.25
mail 3600 IN AAAA 2001:db8::25
`,
  );
});
