import { test } from 'node:test';
import { check } from '../../support/check.ts';

const SOA = '@ 3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h';
const KEY = '@ 3600 IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const HOST = 'mail          3600 IN A    192.0.2.25';
const TLSA = '_25._tcp.mail 3600 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000';

test('a zone without keys', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
mail           3600 IN A    192.0.2.25
_25._tcp.mail  3600 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
;                      ^^^^ information tlsa-unsigned-zone: _25._tcp.mail.example.com has a TLSA record, and nothing here says that example.com is signed: without DNSSEC clients pass over it
`);
});

const ASKED = { rules: { 'tlsa-unsigned-zone': 'information' } } as const;

test('a key in the file', () => {
  check(`\n;- example.com.zone\n${SOA}\n${KEY}\n${HOST}\n${TLSA}\n`, ASKED);
});

test('a zone that others write, and a part of one', () => {
  check(`\n;- example.com.zone dynamic\n${SOA}\n${HOST}\n${TLSA}\n`, ASKED);
  check(`\n;- example.com.zone\n${HOST}\n${TLSA}\n`, ASKED);
});

test('a DS in the zone above', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
sub 3600 IN NS  ns1.example.net.
sub 3600 IN NS  ns2.example.net.
sub 3600 IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;- sub.example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@   3600 IN NS  ns1.example.net.
@   3600 IN NS  ns2.example.net.
${HOST}
${TLSA}
`,
    ASKED,
  );
});
