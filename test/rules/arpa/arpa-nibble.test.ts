import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('groups, written from their ends', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2100.0000.0000.0000.0000.0000 3600 IN PTR www.example.com.
;<----------------------------- error arpa-nibble: Label 2100 has 4 digits: each label of a reverse name of IPv6 is one hexadecimal digit
`,
    'Change the owner to 2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`,
  );
});

test('groups as in the address', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
0012.0.0.0.0.0 3600 IN PTR www.example.com.
;<-------------- error arpa-nibble: Label 0012 has 4 digits: each label of a reverse name of IPv6 is one hexadecimal digit
`,
    'Change the owner to 2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`,
  );
});

test('no digits', () => {
  const workbench = check(`
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
gw    3600 IN PTR www.example.net.
;<-- error arpa-nibble: Label gw is no hexadecimal digit: reverse names of IPv6 are made of nibbles
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('capitals, and services', () => {
  check(`
;- example.com.zone
www   3600 IN AAAA 2001:db8::a
;- 8.B.D.0.1.0.0.2.ip6.arpa.zone
A.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
_http._tcp 3600 IN PTR www.example.com.
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www  3600 IN AAAA 2001:db8::7
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone secondary
0007.0000.0000.0000.0000.0000  3600 IN PTR www.example.com.
;<----------------------------- error arpa-nibble: Label 0007 has 4 digits: each label of a reverse name of IPv6 is one hexadecimal digit
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the owner to 7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 (refused: 8.b.d.0.1.0.0.2.ip6.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
