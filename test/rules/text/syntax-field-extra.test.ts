import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('behind a record, and behind a directive', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 the web server
;                        ^^^^^^^^^^^^^^ error syntax-field-extra: "the" is more than the record holds: A takes one field
$TTL 1h default
;       ^^^^^^^ error syntax-field-extra: Nothing may follow a TTL after $TTL, found "default"
`);
});

test('comments, and several strings', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; the web server
$TTL 1h ; default
x 3600 IN TXT "a" "b"
`);
});

test('a comment behind # is told as one', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN A 192.0.2.10 # the web server
;                        ^^^^^^^^^^^^^^^^ error syntax-comment: a comment begins with ";", not with "#"
`,
    'Begin the comment with ";"',
    `
;- example.com.zone
www 3600 IN A 192.0.2.10 ; the web server
`,
  );
});

test('words may be a second field that was meant elsewhere', () => {
  const workbench = check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 the web server
;                        ^^^^^^^^^^^^^^ error syntax-field-extra: "the" is more than the record holds: A takes one field
`);
  assert.deepEqual(fixTitles(workbench), []);
});
