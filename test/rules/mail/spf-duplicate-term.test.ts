import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:_spf.example.net ip4:192.0.2.1 include:_spf.example.net -all"
;                                                            ^^^^^^^^^^^^^^^^^^^^^^^^ hint spf-duplicate-term: "include:_spf.example.net" stands here a second time: the first one decides
`);
});

test('capitals, signs and lengths', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 IP4:192.0.2.1 ?ip4:192.0.2.1 -all"
;                                   ^^^^^^^^^^^^^^ hint spf-duplicate-term: "?ip4:192.0.2.1" stands here a second time: the first one decides
b 3600 IN TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.0/25 -all"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 -all"
;                                   ^^^^^^^^^^^^^ hint spf-duplicate-term: "ip4:192.0.2.1" stands here a second time: the first one decides
`,
    'Delete the second "ip4:192.0.2.1"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.1 -all"
`,
  );
});
