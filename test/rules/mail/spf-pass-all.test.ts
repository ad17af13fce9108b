import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx +all"
;                        ^^^^ error spf-pass-all: "+all" lets the whole world send as example.com: forged mail passes SPF, and DMARC with it
@ 3600 IN MX 10 mail.example.net.
`);
});

test('without a sign, by networks, and behind another all', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 all"
;                     ^^^ error spf-pass-all: "all" lets the whole world send as a.example.com: forged mail passes SPF, and DMARC with it
b 3600 IN TXT "v=spf1 ip4:0.0.0.0/0 -all"
;                     ^^^^^^^^^^^^^ error spf-pass-all: "ip4:0.0.0.0/0" lets the whole world send as b.example.com: forged mail passes SPF, and DMARC with it
c 3600 IN TXT "v=spf1 ip6:::/0 -all"
;                     ^^^^^^^^ error spf-pass-all: "ip6:::/0" lets the whole world send as c.example.com: forged mail passes SPF, and DMARC with it
d 3600 IN TXT "v=spf1 a:h.example.net/0 -all"
;                     ^^^^^^^^^^^^^^^^^ error spf-pass-all: "a:h.example.net/0" lets the whole world send as d.example.com: forged mail passes SPF, and DMARC with it
e 3600 IN TXT "v=spf1 -ip4:0.0.0.0/0 ~all"
f 3600 IN TXT "v=spf1 ~all"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.1 +all"
;                                   ^^^^ error spf-pass-all: "+all" lets the whole world send as example.com: forged mail passes SPF, and DMARC with it
`,
    'Change "+all" to "-all"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.1 -all"
`,
  );
});

test('none for a network', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:0.0.0.0/0 -all"
;                     ^^^^^^^^^^^^^ error spf-pass-all: "ip4:0.0.0.0/0" lets the whole world send as example.com: forged mail passes SPF, and DMARC with it
`);
  assert.deepEqual(fixTitles(workbench), []);
});
