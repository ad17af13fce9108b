import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('an address', () => {
  check(`
;- example.com.zone
_sip._tcp 3600 IN SRV 0 5 5060 192.0.2.10
;                              ^^^^^^^^^^ error srv-address-literal: An SRV record holds the name of a host, not its address: 192.0.2.10 is read as the name 192.0.2.10.example.com
_sip._udp 3600 IN SRV 0 5 5060 2001:db8::10
;                              ^^^^^^^^^^^^ error srv-address-literal: An SRV record holds the name of a host, not its address: 2001:db8::10 is read as the name 2001:db8::10.example.com
`);
});

test('a name that only looks like one', () => {
  check(`
;- example.com.zone
_sip._tcp 3600 IN SRV 0 5 5060 host-192-0-2-10
host-192-0-2-10 3600 IN A 192.0.2.10
`);
});

test('the host that has it', () => {
  checkFix(
    `
;- example.com.zone
_sip._tcp 3600 IN SRV 0 5 5060 192.0.2.10
;                              ^^^^^^^^^^ error srv-address-literal: An SRV record holds the name of a host, not its address: 192.0.2.10 is read as the name 192.0.2.10.example.com
sip 3600 IN A 192.0.2.10
`,
    'Change the target to sip.example.com.',
    `
;- example.com.zone
_sip._tcp 3600 IN SRV 0 5 5060 sip.example.com.
sip 3600 IN A 192.0.2.10
`,
  );
});

test('refused where the zone comes from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
_sip._tcp 3600 IN SRV 0 5 5060 192.0.2.10
;                              ^^^^^^^^^^ error srv-address-literal: An SRV record holds the name of a host, not its address: 192.0.2.10 is read as the name 192.0.2.10.example.com
sip 3600 IN A 192.0.2.10
`);
  assert.deepEqual(fixTitles(workbench, 'srv-address-literal'), [
    'Change the target to sip.example.com. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
