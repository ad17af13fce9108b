import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

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

test('what else a record names is looked at where it is held', () => {
  check(`
;- example.com.zone
@    3600 IN MX   10 mail
@    3600 IN TXT  "v=spf1 mx ip4:192.0.2.26 include:_spf.example.com -all"
;                            ^^^^^^^^^^^^^^ warning spf-family: out.example.com has 2001:db8::26 too, which the SPF record does not pass: what it sends over IPv6 fails SPF
_spf 3600 IN TXT  "v=spf1 a:web.example.com -all"
a    3600 IN TXT  "v=spf1 a:out.example.com ip4:192.0.2.26 -all"
b    3600 IN TXT  "v=spf1 ip4:192.0.2.26 include:a.example.com -all"
c    3600 IN TXT  "v=spf1 ip4:192.0.2.26 mx:example.com//64 -all"
d    3600 IN TXT  "v=spf1 ip4:192.0.2.26 redirect=a.example.com"
e    3600 IN TXT  "v=spf1 ip4:192.0.2.26 +all"
;                                        ^^^^ error spf-pass-all: "+all" lets the whole world send as e.example.com: forged mail passes SPF, and DMARC with it
mail 3600 IN A    192.0.2.25
mail 3600 IN AAAA 2001:db8::25
out  3600 IN A    192.0.2.26
out  3600 IN AAAA 2001:db8::26
web  3600 IN A    192.0.2.27
`);
});

test('what is not held, and what only a receiver knows', () => {
  check(`
;- example.com.zone
a    3600 IN TXT  "v=spf1 ip4:192.0.2.26 a:mail.example.net -all"
b    3600 IN TXT  "v=spf1 ip4:192.0.2.26 mx:example.net -all"
c    3600 IN TXT  "v=spf1 ip4:192.0.2.26 exists:%{i}._spf.example.com -all"
d    3600 IN TXT  "v=spf1 ip4:192.0.2.26 redirect=_spf.example.net"
e    3600 IN MX   10 mail.example.net.
e    3600 IN TXT  "v=spf1 ip4:192.0.2.26 mx -all"
out  3600 IN A    192.0.2.26
out  3600 IN AAAA 2001:db8::26
`);
});

test('records that include each other are looked at once', () => {
  const includes = Array.from({ length: 9 }, (_, index) => `include:s${index}.example.com`);
  const records = includes.map((_, index) => `s${index} 3600 IN TXT "v=spf1 ${includes.join(' ')} -all"`);
  const workbench = new Workbench(
    parseFixture(`
;- example.com.zone
@   3600 IN TXT  "v=spf1 ip4:192.0.2.26 ${includes.join(' ')} -all"
${records.join('\n')}
out 3600 IN A    192.0.2.26
out 3600 IN AAAA 2001:db8::26
`),
  );
  assert.deepEqual(
    workbench.shown().flatMap(({ rule, message }) => (rule === 'spf-family' ? [message] : [])),
    ['out.example.com has 2001:db8::26 too, which the SPF record does not pass: what it sends over IPv6 fails SPF'],
  );
});
