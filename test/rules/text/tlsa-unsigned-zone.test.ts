import { test } from 'node:test';
import { check } from '../../support/check.ts';

const ASKED = { rules: { 'tlsa-unsigned-zone': 'information' } } as const;

/** A zone with a TLSA record, and the statements that its configuration has of it. */
function zone(statements: string, more = ''): string {
  return `
;- named.conf
zone "example.com" { type primary; file "example.com.zone"; ${statements}};
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@ 3600 IN NS  ns1.example.net.
@ 3600 IN NS  ns2.example.net.
${more}mail          3600 IN A    192.0.2.25
_25._tcp.mail 3600 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
`;
}

test('a zone that its configuration has nobody sign', () => {
  check(
    `${zone('')};                     ^^^^ information tlsa-unsigned-zone: _25._tcp.mail.example.com has a TLSA record, and neither its file nor its configuration has example.com signed: without DNSSEC clients pass over it\n`,
  );
});

test('a server that signs it, and keys in the file', () => {
  check(zone('dnssec-policy default; inline-signing yes; '), ASKED);
  check(zone('dnssec-policy default; '), ASKED);
  check(zone('', '@ 3600 IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'), ASKED);
});

test('a zone that its configuration loads from the signed file beside it', () => {
  const text = zone('').replace('file "example.com.zone"', 'file "example.com.zone.signed"');
  check(`${text};- example.com.zone.signed\n; not read here\n`, ASKED);
});

test('a zone whose configuration is not held', () => {
  check(zone('').replace(/;- named.conf\n.*\n/, ''), ASKED);
});

test('a DS in the zone above tells more', () => {
  const text = zone('')
    .replace(';- example.com.zone', 'zone "com" { type primary; file "com.zone"; };\n;- example.com.zone')
    .concat(`;- com.zone
@       3600 IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
example 3600 IN NS  ns1.example.net.
example 3600 IN NS  ns2.example.net.
example 3600 IN DS  12345 13 2 0000000000000000000000000000000000000000000000000000000000000000
;                   ^^^^^ warning ds-no-key: The DS of example.com names key 12345, and the zone has no DNSKEY: validators answer SERVFAIL for all names there. Take the DS from the zone's keys
`);
  check(text, ASKED);
});
