import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('forward', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
192.0.2.30  3600 IN PTR  www.example.com.
;<---------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 192.0.2.30.2.0.192.in-addr.arpa
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

test('reversed', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30.2.0.192  3600 IN PTR  www.example.com.
;<---------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 30.2.0.192.2.0.192.in-addr.arpa
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

test('without its final dot', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30.2.0.192.in-addr.arpa  3600 IN PTR  www.example.com.
;<----------------------- error arpa-full-address-owner: The owner has no final dot, so it means 30.2.0.192.in-addr.arpa.2.0.192.in-addr.arpa
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

test('an address of another network', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
198.51.100.7  3600 IN PTR  www.example.com.
;<------------ error arpa-full-address-owner: The owner is a whole address of another network, and the zone's name comes behind it: 198.51.100.7.2.0.192.in-addr.arpa
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('in a zone that is completed by it', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- in-addr.arpa.zone
30.2.0.192  3600 IN PTR  www.example.com.
`);
});

test('an IPv6 address as people write it', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::8
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2001:db8::8  3600 IN PTR  www.example.com.
;<----------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 2001:db8::8.8.b.d.0.1.0.0.2.ip6.arpa
`,
    'Change the owner to 8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::8
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0  3600 IN PTR  www.example.com.
`,
  );
});

test('all 32 nibbles below a zone that has some of them', () => {
  check(`
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2  3600 IN PTR  www.example.net.
;<--------------------------------------------------------------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.8.b.d.0.1.0.0.2.ip6.arpa
`);
});

test('an owner that would hide a wildcard from its neighbours is not written', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.45
;- 0.192.in-addr.arpa.zone
*     3600 IN PTR  pool.example.net.
;<- warning ptr-wildcard-blocked: The wildcard does not answer below 45.0.192.in-addr.arpa: names stand there, so their neighbours without a record of their own do not exist
192.0.2.45 3600 IN PTR  www.example.com.
;<---------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 192.0.2.45.0.192.in-addr.arpa
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the owner to 45.2 (refused: a name at 45.2.0.192.in-addr.arpa. makes 2.0.192.in-addr.arpa. exist, and *.0.192.in-addr.arpa. no longer answers for its neighbours)',
  ]);
});

test('IPv6 below an $ORIGIN', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::8
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
2001:db8::8  3600 IN PTR  www.example.com.
;<----------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 2001:db8::8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa
`,
    'Change the owner to 8.0.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::8
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
8.0.0.0  3600 IN PTR  www.example.com.
`,
  );
});
