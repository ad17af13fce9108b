import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the preference, the address, everything behind an owner, a directive without its word', () => {
  check(`
;- example.com.zone
@ 3600 IN MX mail
;            ^^^^ error syntax-field-missing: MX preference is missing before "mail"
pos 3600 IN GPOS -32.6882
;                        | error syntax-field-missing: GPOS longitude is missing
www 3600 IN A
;            | error syntax-field-missing: A address is missing
host
;<---- error syntax-field-missing: Nothing follows the owner "host": a record needs a type and its data
$TTL
;<---- error syntax-field-missing: $TTL needs a TTL
`);
});

test('all that is needed', () => {
  check(`
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
www 3600 IN A 192.0.2.1
$TTL 1h
x 3600 IN TXT ""
`);
});

test('the preference 10 is put before the host', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN MX mail.example.net.
;            ^^^^^^^^^^^^^^^^^ error syntax-field-missing: MX preference is missing before "mail.example.net."
`,
    'Insert the preference 10',
    `
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
`,
  );
});

test('no address is made up', () => {
  const workbench = check(`
;- example.com.zone
www 3600 IN A
;            | error syntax-field-missing: A address is missing
`);
  assert.deepEqual(fixTitles(workbench), []);
});
