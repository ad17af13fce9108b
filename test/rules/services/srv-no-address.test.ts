import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('no records, other records, an address in the place of a name', () => {
  check(`
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 sip
;                               ^^^ warning srv-no-address: _sip._tcp.example.com leads to sip.example.com, which does not exist in example.com: the service is not found there
_imap._tcp 3600 IN SRV 0 5 143 text
;                              ^^^^ warning srv-no-address: _imap._tcp.example.com leads to text.example.com, which has no A or AAAA record: the service is not found there
_ldap._tcp 3600 IN SRV 0 5 389 192.0.2.10
;                              ^^^^^^^^^^ error srv-address-literal: _ldap._tcp.example.com leads to 192.0.2.10, which is read as the name 192.0.2.10.example.com: an SRV record names a host that has addresses
_http._tcp 3600 IN SRV 0 5 80 gone.example.org.
;                             ^^^^^^^^^^^^^^^^^ warning srv-no-address: _http._tcp.example.com leads to gone.example.org, which does not exist in example.org: the service is not found there
text       3600 IN TXT "x"
;- example.org.zone
host       3600 IN A   192.0.2.10
`);
});

test('an address, a wildcard, no service at all, and names that nobody here knows', () => {
  check(`
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 sip
_imap._tcp 3600 IN SRV 0 5 143 any.wild
_pop3._tcp 3600 IN SRV 0 0 0 .
_ldap._tcp 3600 IN SRV 0 5 389 ldap.example.net.
_http._tcp 3600 IN SRV 0 5 80 www.cut
sip        3600 IN AAAA 2001:db8::10
*.wild     3600 IN A   192.0.2.10
cut        3600 IN NS  ns1.example.net.
`);
});

test('a final dot that is missing', () => {
  checkFix(
    `
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 sip.example.net
;                               ^^^^^^^^^^^^^^^ warning srv-no-address: "sip.example.net" has no final dot, so it means sip.example.net.example.com, which does not exist in example.com: the service is not found there
`,
    'Add the final dot: sip.example.net.',
    `
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 sip.example.net.
`,
  );
});

test('refused where the zone comes from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
_sip._tcp  3600 IN SRV 0 5 5060 sip.example.net
;                               ^^^^^^^^^^^^^^^ warning srv-no-address: "sip.example.net" has no final dot, so it means sip.example.net.example.com, which does not exist in example.com: the service is not found there
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the final dot: sip.example.net. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
