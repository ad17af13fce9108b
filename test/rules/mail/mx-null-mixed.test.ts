import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN MX 0 .
;                 ^ error mx-null-mixed: "MX 0 ." says that example.com takes no mail, and another MX record names mail.example.com: senders may refuse to send, or not
@    3600 IN MX 10 mail
mail 3600 IN A  192.0.2.25
`);
});

test('alone, with a preference', () => {
  check(`
;- example.com.zone
a 3600 IN MX 0 .
b 3600 IN MX 10 .
;            ^^ error mx-null-mixed: The MX record that says there is no mail has the preference 0 (RFC 7505), not 10
`);
});

test('fix 1: Change the preference to 0', () => {
  checkFix(
    `
;- example.com.zone
a 3600 IN MX 10 .
;            ^^ error mx-null-mixed: The MX record that says there is no mail has the preference 0 (RFC 7505), not 10
`,
    'Change the preference to 0',
    `
;- example.com.zone
a 3600 IN MX 0 .
`,
  );
});

test('fix 2: Delete "MX 0 ."', () => {
  checkFix(
    `
;- example.com.zone
@    3600 IN MX 0 .
;                 ^ error mx-null-mixed: "MX 0 ." says that example.com takes no mail, and another MX record names mail.example.net: senders may refuse to send, or not
@    3600 IN MX 10 mail.example.net.
`,
    'Delete "MX 0 ."',
    `
;- example.com.zone
@    3600 IN MX 10 mail.example.net.
`,
  );
});

test('a preference in the form of RFC 3597', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN MX \\# 3 0001 00
;            ^^ error mx-null-mixed: The MX record that says there is no mail has the preference 0 (RFC 7505), not 1
`);
  assert.deepEqual(fixTitles(workbench), []);
});
