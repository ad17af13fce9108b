import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('a blank that is none, and quotation marks that quote nothing', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
;          ^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
@ 3600 IN TXT “v=spf1 mx -all”
;             ^ warning syntax-character: The typographic quotation mark “ (U+201C) quotes nothing, and is served as a part of the text: only " does
`);
});

test('in comments, and in strings', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; “the web”
@ 3600 IN TXT "a “b”"
`);
});

test('a blank takes its place', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN A 192.0.2.10
;          ^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
`,
    'Replace it by a blank',
    `
;- example.com.zone
www 3600 IN A 192.0.2.10
`,
  );
});
