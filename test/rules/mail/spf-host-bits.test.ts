import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25/24 -all"
;                     ^^^^^^^^^^^^^^^^^ information spf-host-bits: "ip4:192.0.2.25/24" is the whole network 192.0.2.0/24: if one host is meant, leave out the prefix length
`);
});

test('IPv6, and networks as they should be written', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ip6:2001:db8::25/64 -all"
;                     ^^^^^^^^^^^^^^^^^^^ information spf-host-bits: "ip6:2001:db8::25/64" is the whole network 2001:db8::/64: if one host is meant, leave out the prefix length
b 3600 IN TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.25/32 ip6:2001:db8::/64 ip4:192.0.2.64/26 -all"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ~ip4:192.0.2.25/24 -all"
;                     ^^^^^^^^^^^^^^^^^^ information spf-host-bits: "~ip4:192.0.2.25/24" is the whole network 192.0.2.0/24: if one host is meant, leave out the prefix length
`,
    'Change "~ip4:192.0.2.25/24" to "~ip4:192.0.2.0/24"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ~ip4:192.0.2.0/24 -all"
`,
  );
});
