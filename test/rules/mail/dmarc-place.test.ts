import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@     3600 IN TXT "v=DMARC1; p=reject"
;                  ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at example.com: its place is _dmarc.example.com
dmarc.a 3600 IN TXT "v=DMARC1; p=reject"
;                    ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at dmarc.a.example.com: its place is _dmarc.a.example.com
`);
});

test('at its place', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
_dmarc.a 3600 IN TXT "v=DMARC1; p=reject"
example.net._report._dmarc 3600 IN TXT "v=DMARC1"
`);
});

test('fix 1: Change the owner to _dmarc', () => {
  checkFix(
    `
;- example.com.zone
dmarc 3600 IN TXT "v=DMARC1; p=reject"
;                  ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at dmarc.example.com: its place is _dmarc.example.com
`,
    'Change the owner to _dmarc',
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
`,
  );
});

test('fix 2: Change the owner to _dmarc', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=DMARC1; p=reject"
;              ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at example.com: its place is _dmarc.example.com
  3600 IN MX 10 mail.example.net.
`,
    'Change the owner to _dmarc',
    `
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
`,
  );
});

test('refused where one is there, or the place is an alias', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN TXT "v=DMARC1; p=reject"
;              ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at example.com: its place is _dmarc.example.com
_dmarc 3600 IN TXT "v=DMARC1; p=reject; sp=reject"
a 3600 IN TXT "v=DMARC1; p=reject"
;              ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at a.example.com: its place is _dmarc.a.example.com
_dmarc.a 3600 IN CNAME _dmarc.example.net.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Move it to _dmarc.example.com (refused: _dmarc.example.com has a DMARC record already: delete one of the two)',
    'Change the owner to _dmarc.a (refused: _dmarc.a.example.com is an alias, and has no other records)',
  ]);
});

test('its label twice', () => {
  check(`
;- example.com.zone
_dmarc._dmarc 60 IN TXT "v=DMARC1; p=reject"
;                        ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at _dmarc._dmarc.example.com: its place is _dmarc.example.com
`);
});
