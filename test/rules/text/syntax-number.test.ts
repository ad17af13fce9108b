import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('out of range, no number, a TTL that is none', () => {
  check(`
;- example.com.zone
@ 3600 IN MX 70000 mail
;            ^^^^^ error syntax-number: MX preference must be a number from 0 to 65535, found "70000"
@ 3600 IN MX ten mail
;            ^^^ error syntax-number: MX preference must be a number from 0 to 65535, found "ten"
@ 1y IN MX 10 mail
; ^^ error syntax-number: Expected a TTL, a class or a record type, found "1y", which is not a TTL (up to 4294967295, or numbers with w d h m s such as 1h30m)
`);
});

test('the least and the greatest', () => {
  check(`
;- example.com.zone
@ 0 IN MX 0 mail.example.net.
@ 3600 IN MX 65535 mail.example.org.
; ^^^^ warning ttl-differs: This MX record of example.com has the TTL 3600, the first one 0: a set has one TTL, and BIND takes that of the first
a 1w2d3h4m5s IN MX 10 mail.example.net.
`);
});

test('a preference that stands behind its host is put first', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN MX mail.example.net. 10
;            ^^^^^^^^^^^^^^^^^ error syntax-number: MX preference must be a number from 0 to 65535, found "mail.example.net."
`,
    'Put the preference first',
    `
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
`,
  );
});

test('no number is made up', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN MX 70000 mail
;            ^^^^^ error syntax-number: MX preference must be a number from 0 to 65535, found "70000"
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('the type once more, and the TTL', () => {
  checkFix(
    `
;- example.com.zone
@ 60 IN MX MX 10 mail.example.net.
;          ^^ error syntax-number: "MX" stands twice: behind the type come the data
`,
    'Delete "MX"',
    `
;- example.com.zone
@ 60 IN MX 10 mail.example.net.
`,
  );
  checkFix(
    `
;- example.com.zone
@ 60 IN MX ( MX ; a comment
;            ^^ error syntax-number: "MX" stands twice: behind the type come the data
  10 mail.example.net. )
`,
    'Delete "MX"',
    `
;- example.com.zone
@ 60 IN MX (  ; a comment
  10 mail.example.net. )
`,
  );
  checkFix(
    `
;- example.com.zone
a 60 IN 60 A 192.0.2.1
;       ^^ error syntax-number: "60" stands twice
`,
    'Delete "60"',
    `
;- example.com.zone
a 60 IN  A 192.0.2.1
`,
  );
});
