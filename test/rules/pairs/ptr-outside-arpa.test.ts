import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('an owner without its final dot, and one in forward order', () => {
  check(`
;- example.com.zone
10.2.0.192.in-addr.arpa IN PTR www
;<----------------------- warning ptr-outside-arpa: 10.2.0.192.in-addr.arpa.example.com lies in example.com: the PTR record of 192.0.2.10 is looked up in the reverse tree only
192.0.2.11 IN PTR www
;<---------- warning ptr-outside-arpa: 192.0.2.11.example.com lies in example.com: the PTR record of an address is looked up in the reverse tree only
_http._tcp IN PTR www
www   IN A    198.51.100.1
www   IN A    192.0.2.11
2     IN PTR  www
`);
});

test('aliases lead there from the reverse tree, or may do so', () => {
  check(`
;- example.com.zone
10.2.0.192.rev IN PTR www
11.2.0.192     IN PTR www
12.2.0.192     IN PTR www
;<---------- warning ptr-outside-arpa: 12.2.0.192.example.com lies in example.com: the PTR record of an address is looked up in the reverse tree only
10.2.51.198    IN PTR www
www            IN A   192.0.2.10
www            IN A   192.0.2.11
www            IN A   192.0.2.12
;- 2.0.192.in-addr.arpa.zone
10 IN CNAME 10.2.0.192.rev.example.com.
11 IN CNAME 11.2.0.192.example.com.
1  IN PTR   other.example.net.
`);
});

test('nothing is said of networks that others run', () => {
  check(
    `
;- example.com.zone
10.2.0.192.in-addr.arpa IN PTR www
www   IN A    192.0.2.10
`,
    { settings: { externalNetworks: ['192.0.2.0/24'] } },
  );
});

test('it is moved with its TTL and its comment', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
10.2.0.192.in-addr.arpa 5m IN PTR www ; rack 4
;<----------------------- warning ptr-outside-arpa: 10.2.0.192.in-addr.arpa.example.com lies in example.com: the PTR record of 192.0.2.10 is looked up in the reverse tree only
www IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
9   IN PTR other.example.net.
11  IN PTR other.example.net.
`,
    'Move the PTR of 192.0.2.10 to 2.0.192.in-addr.arpa',
    `
;- example.com.zone
$TTL 1h
www IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
9   IN PTR other.example.net.
10 5m IN PTR www.example.com. ; rack 4
11  IN PTR other.example.net.
`,
  );
});

test('without a $TTL, lines below do not take the TTL of the moved one', () => {
  const workbench = check(`
;- example.com.zone
10.2.0.192.in-addr.arpa 300 IN PTR www
;<----------------------- warning ptr-outside-arpa: 10.2.0.192.in-addr.arpa.example.com lies in example.com: the PTR record of 192.0.2.10 is looked up in the reverse tree only
www 300 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
9   3600 IN PTR other.example.net.
11  IN PTR other.example.net.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Move the PTR of 192.0.2.10 to its reverse zone (refused: there is no $TTL there, and the lines below would take their TTL from the new one)',
  ]);
});

test('an address in a PTR record of a host', () => {
  checkFix(
    `
;- example.com.zone
www  3600 IN PTR 192.0.2.10
;                ^^^^^^^^^^ warning ptr-outside-arpa: A PTR record leads from an address to a name: 192.0.2.10 of www.example.com stands in an A record
`,
    'Change to A 192.0.2.10',
    `
;- example.com.zone
www  3600 IN A 192.0.2.10
`,
  );
});

test('a service that a PTR record leads to is no address', () => {
  check(`
;- example.com.zone
_http._tcp 3600 IN PTR web._http._tcp
www        3600 IN PTR 1.2.0.192.in-addr.arpa.
`);
});
