import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../support/check.ts';

test('too few: the target tells the rest', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
30    3600 IN PTR  www.example.com.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
`,
    'Change the owner to 30.2 (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
30.2    3600 IN PTR  www.example.com.
`,
  );
});

test('too many', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30.2  3600 IN PTR  www.example.com.
;<---- error arpa-label-count: 30.2.2.0.192.in-addr.arpa has 5 octets, an address has 4
`,
    'Change the owner to 30',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30  3600 IN PTR  www.example.com.
`,
  );
});

test('two addresses in the network: no guess', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
www   3600 IN A    192.0.3.30
;- 0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.com.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a target that is not held: no guess', () => {
  const workbench = check(`
;- 0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.net.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a gateway of a network (RFC 1035 section 3.5)', () => {
  check(`
;- example.com.zone
gw    3600 IN A    192.0.2.1
;- 2.0.192.in-addr.arpa.zone
@     3600 IN PTR  gw.example.com.
1     3600 IN PTR  gw.example.com.
`);
});

test('a line that begins with a blank at the top of the zone', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
      3600 IN PTR  www.example.com.
;             ^^^ error arpa-label-count: 2.0.192.in-addr.arpa has 3 octets, an address has 4
`);
});

test('IPv6', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0 3600 IN PTR  www.example.com.
;<------- error arpa-label-count: 9.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa has 12 nibbles, an address has 32
`,
    'Change the owner to 9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR  www.example.com.
`,
  );
});

test('whole names, also in a zone cut at an odd nibble', () => {
  check(`
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`);
});
