import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN SPF "v=spf1 ip4:192.0.2.25 -all"
;         ^^^ warning spf-type-99: Receivers ask for TXT records only (RFC 7208), not for type SPF: example.com has no SPF in a TXT record, so it has none
`);
});

test('beside a TXT record that says the same, and one that differs', () => {
  check(`
;- example.com.zone
a 3600 IN SPF "v=spf1 ip4:192.0.2.25 -all"
;         ^^^ warning spf-type-99: Receivers ask for TXT records only (RFC 7208), not for type SPF: its TXT record says the same
a 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
b 3600 IN SPF "v=spf1 ip4:192.0.2.25 -all"
;         ^^^ warning spf-type-99: Receivers ask for TXT records only (RFC 7208), not for type SPF: the TXT record of b.example.com says something else, and only that holds
b 3600 IN TXT "v=spf1 ip4:192.0.2.26 -all"
`);
});

test('fix 1: Make it a TXT record', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN SPF "v=spf1 ip4:192.0.2.25 -all"
;         ^^^ warning spf-type-99: Receivers ask for TXT records only (RFC 7208), not for type SPF: example.com has no SPF in a TXT record, so it has none
`,
    'Make it a TXT record',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
`,
  );
});

test('fix 2: Delete the SPF record', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN SPF "v=spf1 -all"
;         ^^^ warning spf-type-99: Receivers ask for TXT records only (RFC 7208), not for type SPF: its TXT record says the same
@ 3600 IN TXT "v=spf1 -all"
`,
    'Delete the SPF record',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 -all"
`,
  );
});
