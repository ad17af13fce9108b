import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('an alias, one by a wildcard, one that leads away; no service at all', () => {
  check(`
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 sip
;                               ^^^ warning srv-cname: sip.example.com is an alias of host.example.com: an SRV record names a host that has addresses of its own
_imap._tcp 3600 IN SRV 0 5 143 any.wild
;                              ^^^^^^^^ warning srv-cname: any.wild.example.com is an alias of host.example.com: an SRV record names a host that has addresses of its own
_ldap._tcp 3600 IN SRV 0 5 389 away
;                              ^^^^ warning srv-cname: away.example.com is an alias of ldap.example.net: an SRV record names a host that has addresses of its own
_pop3._tcp 3600 IN SRV 0 0 0 .
sip        3600 IN CNAME host
*.wild     3600 IN CNAME host
away       3600 IN CNAME ldap.example.net.
host       3600 IN A   192.0.2.10
`);
});

test('the name behind the alias', () => {
  checkFix(
    `
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 sip
;                               ^^^ warning srv-cname: sip.example.com is an alias of host.example.com: an SRV record names a host that has addresses of its own
sip        3600 IN CNAME host
host       3600 IN A   192.0.2.10
`,
    'Change the target from sip.example.com. to host.example.com.',
    `
;- example.com.zone
_sip._tcp  3600 IN SRV 0 5 5060 host.example.com.
sip        3600 IN CNAME host
host       3600 IN A   192.0.2.10
`,
  );
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
_sip._tcp 3600 IN SRV   0 5 5060 sip
;                                ^^^ warning srv-cname: sip.example.com is an alias of host.example.com: an SRV record names a host that has addresses of its own
sip       3600 IN CNAME host
host      3600 IN A     192.0.2.10
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the target from sip.example.com. to host.example.com. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
