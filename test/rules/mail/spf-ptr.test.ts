import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 ptr -all"
;                                    ^^^ warning spf-ptr: "ptr" is slow and must not be used (RFC 7208): many receivers pass over it. Name the addresses with ip4, ip6, a or mx
`);
});

test('with a name, and with another sign', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ?ptr:example.com ip4:192.0.2.1 -all"
;                     ^^^^^^^^^^^^^^^^ warning spf-ptr: "ptr" is slow and must not be used (RFC 7208): many receivers pass over it. Name the addresses with ip4, ip6, a or mx
b 3600 IN TXT "v=spf1 exists:%{p}.example.net -all"
`);
});
