import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the type is changed', () => {
  checkFix(
    `
;- example.com.zone
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
25    3600 IN CNAME mail.example.com.
;             ^^^^^ warning arpa-cname-host: 192.0.2.25 is led to mail.example.com, a host without PTR records: it takes a PTR record with that name
`,
    'Change to PTR mail.example.com. (serial 2026112300)',
    `
;- example.com.zone
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
25    3600 IN PTR mail.example.com.
`,
  );
});

test('names with a PTR, names that are not held, other names of the reverse tree', () => {
  check(`
;- example.com.zone
25.rev 3600 IN PTR  mail
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
25    3600 IN CNAME 25.rev.example.com.
26    3600 IN CNAME 26.rev.example.net.
70    3600 IN CNAME 70.64-127
`);
});

test('a name below the network', () => {
  check(`
;- example.com.zone
mail  3600 IN A     192.0.2.25
;                   ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
x     3600 IN CNAME mail.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa)
`);
});

test('a mail host', () => {
  check(`
;- example.com.zone
@     3600 IN MX    10 mail
@     3600 IN TXT   "v=spf1 mx -all"
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
25    3600 IN CNAME mail.example.com.
;             ^^^^^ error arpa-cname-host: 192.0.2.25 is led to mail.example.com, a host without PTR records: it takes a PTR record with that name; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone secondary
25    3600 IN CNAME mail.example.com.
;             ^^^^^ warning arpa-cname-host: 192.0.2.25 is led to mail.example.com, a host without PTR records: it takes a PTR record with that name
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change to PTR mail.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
