import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 mail
@    3600 IN MX 20 mail
;<----------------------- information mx-duplicate-target: mail.example.com is named with preference 10 already: no sender comes to this record
mail 3600 IN A  192.0.2.25
`);
});

test('two hosts', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 a
@    3600 IN MX 10 b
a    3600 IN A  192.0.2.25
b    3600 IN A  192.0.2.26
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN MX 20 mail.example.net.
;<--------------------------------- information mx-duplicate-target: mail.example.net is named with preference 10 already: no sender comes to this record
@ 3600 IN MX 10 mail.example.net.
`,
    'Delete the MX record with preference 20',
    `
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
`,
  );
});
