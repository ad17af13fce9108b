import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a PTR with the host that has the address', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.45
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
45    3600 IN A    192.0.2.45
;             ^ warning arpa-address-record: 45.2.0.192.in-addr.arpa is the reverse name of 192.0.2.45: it takes a PTR record with the host's name, not an address
`,
    'Change to PTR www.example.com. (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A    192.0.2.45
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
45    3600 IN PTR    www.example.com.
`,
  );
});

test('nobody has the address', () => {
  const workbench = check(`
;- 2.0.192.in-addr.arpa.zone
45    3600 IN A    198.51.100.9
;             ^ warning arpa-address-record: 45.2.0.192.in-addr.arpa is the reverse name of 192.0.2.45: it takes a PTR record with the host's name, not an address
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('IPv6', () => {
  check(`
;- 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0 3600 IN AAAA 2001:db8::9
;               ^^^^ warning arpa-address-record: 9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa is the reverse name of 2001:db8::9: it takes a PTR record with the host's name, not an address
`);
});

test('netmasks, name servers, and a block list', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
0     3600 IN A    255.255.255.0
;< (warning ptr-missing: No PTR record for 192.0.2.53 in 2.0.192.in-addr.arpa)
ns    3600 IN A    192.0.2.53
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.53 in 2.0.192.in-addr.arpa
;- 3.0.192.in-addr.arpa.zone rpz
45    3600 IN A    127.0.0.2
`);
});

test('where a PTR stands already no second one is made', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.45
;- 2.0.192.in-addr.arpa.zone
45    3600 IN A    192.0.2.45
;             ^ warning arpa-address-record: 45.2.0.192.in-addr.arpa is the reverse name of 192.0.2.45: it takes a PTR record with the host's name, not an address
45    3600 IN PTR  www.example.com.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change to PTR www.example.com. (refused: 192.0.2.45 has a PTR already: delete this record)',
  ]);
});

test('a mail host, and one that has a PTR all the same', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 mail
@     3600 IN TXT  "v=spf1 mx a:out.example.com -all"
mail  3600 IN A    192.0.2.25
out   3600 IN A    192.0.2.26
;- 2.0.192.in-addr.arpa.zone
25    3600 IN A    192.0.2.25
;             ^ error arpa-address-record: 25.2.0.192.in-addr.arpa is the reverse name of 192.0.2.25: it takes a PTR record with the host's name, not an address; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
26    3600 IN A    192.0.2.26
;             ^ warning arpa-address-record: 26.2.0.192.in-addr.arpa is the reverse name of 192.0.2.26: it takes a PTR record with the host's name, not an address
26    3600 IN PTR  out.example.com.
`);
});
