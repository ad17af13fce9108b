import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
a    60 IN A6  0 2001:db8::1
;          ^^ hint type-obsolete: a.example.com has an A6 record: AAAA took its place (RFC 6563)
b    60 IN WKS 192.0.2.1 tcp 25
;          ^^^ hint type-obsolete: b.example.com has a WKS record: nobody asks for it (RFC 1123 section 2.2)
b    60 IN WKS 192.0.2.1 udp 53
c    60 IN MINFO a.example.net. b.example.net.
;          ^^^^^ hint type-obsolete: c.example.com has a MINFO record: it never came into use (RFC 1035 section 3.3.7)
d    60 IN KEY 512 3 8 AwEAAQ==
;          ^^^ hint type-obsolete: d.example.com has a KEY record: DNSKEY took its place for zones (RFC 3755 section 3)
_adsp._domainkey 60 IN TXT "dkim=all"
;                      ^^^ hint type-obsolete: _adsp._domainkey.example.com has an ADSP record: DMARC took its place (RFC 9989)
`,
    { rules: { 'type-obsolete': 'hint' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
a    60 IN AAAA 2001:db8::1
@    60 IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
_domainkey 60 IN TXT "o=~"
`,
    { rules: { 'type-obsolete': 'hint' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
;- part fragment
b    60 IN WKS 192.0.2.1 tcp 25
;          ^^^ hint type-obsolete: b.example.com has a WKS record: nobody asks for it (RFC 1123 section 2.2)
`,
    { rules: { 'type-obsolete': 'hint' } },
  );
});
