import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a slip, a type for questions only, and a blank in front of an owner', () => {
  check(`
;- example.com.zone
www 3600 IN CNMAE web
;           ^^^^^ error syntax-type: Unknown record type "CNMAE": did you mean CNAME?
mail 3600 IN ANY web
;            ^^^ error syntax-type: Unknown record type "ANY"
  ftp 3600 IN CNAME web
; ^^^ error syntax-type: The line begins with a blank, so it takes over the owner above, mail.example.com, and "ftp" is read as a record type
`);
});

test('types by number, in small letters, and one that is named like an owner', () => {
  check(`
;- example.com.zone
www 3600 IN TYPE65280 \\# 0
ftp 3600 in cname web
mx 3600 IN A 192.0.2.1
`);
});

test('the type that is one slip away', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN CNMAE web
;           ^^^^^ error syntax-type: Unknown record type "CNMAE": did you mean CNAME?
`,
    'Change to CNAME',
    `
;- example.com.zone
www 3600 IN CNAME web
`,
  );
});

test('a word that is like no type', () => {
  const workbench = check(`
;- example.com.zone
www 3600 IN SOMETHING web
;           ^^^^^^^^^ error syntax-type: Unknown record type "SOMETHING"
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a colon behind the type, and a type that is missing before a name', () => {
  const workbench = check(`
;- example.com.zone
mx  3600 IN A: 192.0.2.1
;           ^^ error syntax-type: Unknown record type "A:": did you mean A?
@   3600 IN ns1
;           ^^^ error syntax-type: Unknown record type "ns1"
`);
  assert.deepEqual(fixTitles(workbench), ['Change to A']);
});

test('the class once more', () => {
  checkFix(
    `
;- example.com.zone
a 60 IN IN A 192.0.2.1
;       ^^ error syntax-type: "IN" stands twice
`,
    'Delete "IN"',
    `
;- example.com.zone
a 60 IN  A 192.0.2.1
`,
  );
});
