import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all include:_spf.example.net"
;                                         ^^^^^^^^^^^^^^^^^^^^^^^^ warning spf-after-all: Receivers never come to "include:_spf.example.net": "all" fits every sender before that
`);
});

test('several, another all, and a redirect', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ~all ip4:192.0.2.1 ip4:192.0.2.2"
;                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning spf-after-all: Receivers never come to "ip4:192.0.2.1" and "ip4:192.0.2.2": "all" fits every sender before that
b 3600 IN TXT "v=spf1 ~all -all"
;                          ^^^^ warning spf-after-all: Receivers never come to "-all": "all" fits every sender before that
c 3600 IN TXT "v=spf1 redirect=_spf.example.net -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning spf-after-all: Receivers never come to "redirect=_spf.example.net": "all" fits every sender, and a redirect beside it is passed over
d 3600 IN TXT "v=spf1 -all exp=e.example.net"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all include:_spf.example.net exp=e.example.net mx"
;                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning spf-after-all: Receivers never come to "include:_spf.example.net" and "mx": "all" fits every sender before that
`,
    'Delete "include:_spf.example.net" and "mx"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all exp=e.example.net"
`,
  );
});
