import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.0.0/8 -all"
;                     ^^^^^^^^^^^^^^^ warning spf-range-wide: "ip4:192.0.0.0/8" lets 16,777,216 addresses send: those of many others are among them. Is the prefix length right?
`);
});

test('IPv6, hosts with a length, those that are refused, and the widest that are usual', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ip6:2001:d00::/24 -all"
;                     ^^^^^^^^^^^^^^^^^ warning spf-range-wide: "ip6:2001:d00::/24" lets a /24 send: those of many others are among them. Is the prefix length right?
b 3600 IN TXT "v=spf1 a:h.example.net/8 mx:h.example.net//16 -all"
;                     ^^^^^^^^^^^^^^^^^ warning spf-range-wide: "a:h.example.net/8" lets 16,777,216 addresses send: those of many others are among them. Is the prefix length right?
;                                       ^^^^^^^^^^^^^^^^^^^^ warning spf-range-wide: "mx:h.example.net//16" lets a /16 send: those of many others are among them. Is the prefix length right?
c 3600 IN TXT "v=spf1 -ip4:192.0.0.0/8 ip4:198.51.0.0/16 ip6:2001:db8::/32 -all"
`);
});
