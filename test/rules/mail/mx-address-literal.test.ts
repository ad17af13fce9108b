import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('an address, with and without a final dot, of both families', () => {
  check(`
;- example.com.zone
a     3600 IN MX   10 192.0.2.25
;                     ^^^^^^^^^^ error mx-address-literal: An MX record holds the name of a mail server, not its address: 192.0.2.25 is read as the name 192.0.2.25.example.com
b     3600 IN MX   10 192.0.2.25.
;                     ^^^^^^^^^^^ error mx-address-literal: An MX record holds the name of a mail server, not its address: 192.0.2.25 is read as the name 192.0.2.25
c     3600 IN MX   10 2001:db8::25
;                     ^^^^^^^^^^^^ error mx-address-literal: An MX record holds the name of a mail server, not its address: 2001:db8::25 is read as the name 2001:db8::25.example.com
`);
});

test('names that only begin like that, and one that a zone has', () => {
  check(`
;- example.com.zone
a     3600 IN MX   10 192.0.2.example.net.
b     3600 IN MX   10 192.0.2.25.example.net.
c     3600 IN MX   10 25
25    3600 IN A    192.0.2.25
`);
});

test('the name that has the address', () => {
  checkFix(
    `
;- example.com.zone
@     3600 IN MX   10 192.0.2.25
;                     ^^^^^^^^^^ error mx-address-literal: An MX record holds the name of a mail server, not its address: 192.0.2.25 is read as the name 192.0.2.25.example.com
mail  3600 IN A    192.0.2.25
`,
    'Change the target to mail.example.com.',
    `
;- example.com.zone
@     3600 IN MX   10 mail.example.com.
mail  3600 IN A    192.0.2.25
`,
  );
});

test('a line that makes many', () => {
  check(`
;- example.com.zone
$GENERATE 1-20 c$ 3600 IN MX "10 192.0.2.$."
;                            ^^^^^^^^^^^^^^^ error mx-address-literal: An MX record holds the name of a mail server, not its address: 192.0.2.1 is read as the name 192.0.2.1 (the first of 20 findings of this $GENERATE line)
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
@     3600 IN MX   10 192.0.2.25
;                     ^^^^^^^^^^ error mx-address-literal: An MX record holds the name of a mail server, not its address: 192.0.2.25 is read as the name 192.0.2.25.example.com
mail  3600 IN A    192.0.2.25
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the target to mail.example.com. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
