import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('one that is not closed, and one around a class', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 -all
;             ^^^^^^^^^^^^ error syntax-quote: This quotation mark is not closed on its line
www 3600 "IN" A 192.0.2.10
;        ^^^^ error syntax-quote: A TTL, class or type is not quoted: only owners and strings may be
`);
});

test('quoted strings, escaped marks, and marks in comments', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "a \\"b\\""
www 3600 IN A 192.0.2.10 ; the "web
`);
});

test('the string is closed on its line', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 -all
;             ^^^^^^^^^^^^ error syntax-quote: This quotation mark is not closed on its line
`,
    'Close the quotation mark',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 -all"
`,
  );
});

test('a mark inside a string, where all rows are plain but for it', () => {
  check(`
;- example.com.zone
@   60 TXT "v=spf1 -all"=
;                      ^ error syntax-quote: A quotation mark inside a string ends it: only \\" is one in the text
www 60 TXT "a""b"
`);
});

test('no fix closes a quotation mark at the end of its line, as an empty string', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN TXT ( "one"
  "two" three four "
;                  ^ error syntax-quote: This quotation mark is not closed on its line
  "five" )
`);
  assert.deepEqual(fixTitles(workbench, 'syntax-quote'), []);
});

test('quotation marks with the backslash of another language', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT \\"site-verification=a b\\"
;             ^^ warning syntax-quote: The quotation mark \\" quotes nothing, and is served as a part of the text: only " does
b 3600 IN TXT "a \\"quoted\\" word"
c 3600 IN TXT \\"open
`,
    'Replace both marks by "',
    `
;- example.com.zone
@ 3600 IN TXT "site-verification=a b"
b 3600 IN TXT "a \\"quoted\\" word"
c 3600 IN TXT \\"open
`,
  );
});
