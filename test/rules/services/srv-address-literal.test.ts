import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
_sip._udp  60 IN SRV 0 5 5060 192.0.2.60
;                             ^^^^^^^^^^ error srv-address-literal: _sip._udp.example.com leads to 192.0.2.60, which is read as the name 192.0.2.60.example.com: an SRV record names a host that has addresses
_sip._tcp  60 IN SRV 0 5 5060 2001:db8::60.
;                             ^^^^^^^^^^^^^ error srv-address-literal: _sip._tcp.example.com leads to 2001:db8::60, which is read as the name 2001:db8::60: an SRV record names a host that has addresses
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
_sip._udp  60 IN SRV 0 5 5060 sip
_sip._tcp  60 IN SRV 0 0 0 .
sip        60 IN A   192.0.2.60
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
_sip._udp  60 IN SRV 0 5 5060 192.0.2.60
;                             ^^^^^^^^^^ error srv-address-literal: _sip._udp.example.com leads to 192.0.2.60, which is read as the name 192.0.2.60.example.com: an SRV record names a host that has addresses
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
_sip._udp  60 IN SRV 0 5 5060 192.0.2.60
;                             ^^^^^^^^^^ error srv-address-literal: _sip._udp.example.com leads to 192.0.2.60, which is read as the name 192.0.2.60.example.com: an SRV record names a host that has addresses
sip        60 IN A   192.0.2.60
`,
    'Change the target to sip.example.com.',
    `
;- example.com.zone
_sip._udp  60 IN SRV 0 5 5060 sip.example.com.
sip        60 IN A   192.0.2.60
`,
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(`
;- example.com.zone secondary
_sip._udp  60 IN SRV 0 5 5060 192.0.2.60
;                             ^^^^^^^^^^ error srv-address-literal: _sip._udp.example.com leads to 192.0.2.60, which is read as the name 192.0.2.60.example.com: an SRV record names a host that has addresses
sip        60 IN A   192.0.2.60
`);
  assert.deepEqual(fixTitles(workbench, 'srv-address-literal'), [
    'Change the target to sip.example.com. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
