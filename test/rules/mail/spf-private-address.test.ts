import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.168.1.25 -all"
;                     ^^^^^^^^^^^^^^^^ information spf-private-address: "ip4:192.168.1.25" is a private address (RFC 1918): receivers elsewhere never see mail from there
`);
});

test('of IPv6, and in zones for inside', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ip6:fd00::25 ip4:10.0.0.0/8 ip4:127.0.0.1 ip4:100.64.0.1 -all"
;                     ^^^^^^^^^^^^ information spf-private-address: "ip6:fd00::25" is a private address (RFC 4193): receivers elsewhere never see mail from there
;                                  ^^^^^^^^^^^^^^ information spf-private-address: "ip4:10.0.0.0/8" is a private address (RFC 1918): receivers elsewhere never see mail from there
;                                  ^^^^^^^^^^^^^^ warning spf-range-wide: "ip4:10.0.0.0/8" lets 16,777,216 addresses send: those of many others are among them. Is the prefix length right?
;                                                 ^^^^^^^^^^^^^ information spf-private-address: "ip4:127.0.0.1" is a loopback address: receivers elsewhere never see mail from there
;                                                               ^^^^^^^^^^^^^^ information spf-private-address: "ip4:100.64.0.1" is an address for use inside a provider (RFC 6598): receivers elsewhere never see mail from there
;- corp.local.zone
@ 3600 IN TXT "v=spf1 ip4:192.168.1.25 -all"
;- inside.example.zone
@ 3600 IN NS ns
@ 3600 IN TXT "v=spf1 ip4:192.168.1.25 -all"
ns 3600 IN A 192.168.1.53
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.168.1.25 ip4:192.0.2.25 -all"
;                     ^^^^^^^^^^^^^^^^ information spf-private-address: "ip4:192.168.1.25" is a private address (RFC 1918): receivers elsewhere never see mail from there
`,
    'Delete "ip4:192.168.1.25"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
`,
  );
});
