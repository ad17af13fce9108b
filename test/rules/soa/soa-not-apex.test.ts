import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('below, and at the apex', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;<--- error soa-not-apex: The SOA of sub.example.com stands in the zone example.com: an SOA belongs to the apex, example.com
`);
});

const EXPORTED = `
;- example.com.zone
;; SOA Record
example.com	3600	IN	SOA	ada.ns.example.net. dns.example.net. 2048432432 10000 2400 604800 3600
;<----------- error soa-not-apex: "example.com" has no final dot, so this is the SOA of example.com.example.com: an SOA belongs to the apex, example.com
;; NS Records
example.com.	86400	IN	NS	ada.ns.example.net.
example.com.	86400	IN	NS	bob.ns.example.net.
`;

test('an owner without its final dot, as Cloudflare exports the SOA, and the fix', () => {
  const mended = EXPORTED.replace(/^;<-.*\n/m, '').replace('example.com\t', 'example.com.\t');
  checkFix(EXPORTED, 'Add the missing final dot: example.com.', mended);
});

test('no fix where the owner is a name of its own', () => {
  const workbench = check(`
;- example.com.zone
www.example.com 60 IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
;<--------------- error soa-not-apex: The SOA of www.example.com.example.com stands in the zone example.com: an SOA belongs to the apex, example.com
`);
  assert.deepEqual(fixTitles(workbench, 'soa-not-apex'), []);
});

test('the blank behind the "@" is missing', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
;<--- error soa-not-apex: "@IN" is read as the name \\@in.example.com: only an "@" alone stands for the origin, and a blank is missing behind it
@ IN NS ns1.example.net.
`,
    'Add the blank: @ IN',
    `
;- example.com.zone
$TTL 1h
@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
@ IN NS ns1.example.net.
`,
  );
});

test('no class is written twice where it is glued to the "@" and stands behind it too', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@IN IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
;<--- error soa-not-apex: "@IN" is read as the name \\@in.example.com: only an "@" alone stands for the origin, and a blank is missing behind it
@ IN NS ns1.example.net.
`,
    'Write "@" alone',
    `
;- example.com.zone
$TTL 1h
@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
@ IN NS ns1.example.net.
`,
  );
});
