import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "spf2.0/pra mx -all"
;             ^^^^^^^^^^^^^^^^^^^^ information spf-sender-id: Sender ID ("spf2.0/") was given up: receivers read "v=spf1" only
`);
});

test('other texts', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "spf2 is no record"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "spf2.0/mfrom,pra -all"
;             ^^^^^^^^^^^^^^^^^^^^^^^ information spf-sender-id: Sender ID ("spf2.0/") was given up: receivers read "v=spf1" only
@ 3600 IN TXT "v=spf1 -all"
`,
    'Delete the Sender ID record',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 -all"
`,
  );
});
