import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('more than BIND takes, more than none, one, a salt', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NSEC3PARAM 1 0 100 aabb
;                      ^^^ warning nsec3-iterations: 100 iterations are more than the 50 that BIND and others put up with: validators take the zone for unsigned: use 0 iterations and no salt
@    IN NSEC3PARAM 1 0 10 -
;                      ^^ warning nsec3-iterations: 10 iterations of NSEC3 cost servers and resolvers work, and nothing is hidden by it (RFC 9276): use 0 iterations and no salt
@    IN NSEC3PARAM 1 0 1 -
;                      ^ information nsec3-iterations: One iteration of NSEC3 costs servers and resolvers work, and nothing is hidden by it (RFC 9276): use 0 iterations and no salt
@    IN NSEC3PARAM 1 0 0 aabb
;                        ^^^^ information nsec3-iterations: A salt of NSEC3 hides nothing (RFC 9276): use 0 iterations and no salt
`);
});

test('none', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NSEC3PARAM 1 0 0 -
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NSEC3PARAM 1 0 100 aabb
;                      ^^^ warning nsec3-iterations: 100 iterations are more than the 50 that BIND and others put up with: validators take the zone for unsigned: use 0 iterations and no salt
`,
    'Use 0 iterations and no salt (serial 2026112300)',
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112300 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NSEC3PARAM 1 0 0 -
`,
  );
});

test('refused in a signed zone', () => {
  const workbench = check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;<- warning nsec-chain: example.com has NSEC3PARAM and no NSEC3 record: resolvers get proofs that do not hold. Sign the zone again
@    IN NS  ns1.example.net.
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
;                                                         ^^^^ warning rrsig-no-key: The signature of SOA of example.com is by key 1040 of algorithm 15, and the zone has no DNSKEY record: validators pass it over. Add the key, or sign the zone again
@    IN NSEC3PARAM 1 0 100 aabb
;<------------------------------- warning rrsig-missing: The NSEC3PARAM records of example.com have no signature in a signed zone, and 1 other set too: validators answer SERVFAIL for them. Sign the zone again
;                      ^^^ warning nsec3-iterations: 100 iterations are more than the 50 that BIND and others put up with: validators take the zone for unsigned: use 0 iterations and no salt
`);
  assert.deepEqual(fixTitles(workbench, 'nsec3-iterations'), [
    'Use 0 iterations and no salt (refused: example.com is a signed zone: edit the unsigned file, and sign it again)',
  ]);
});
