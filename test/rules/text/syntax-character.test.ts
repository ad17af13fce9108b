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

test('what turns the direction of a comment, or nobody sees in a string', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; \u202e the web
;                          ^ information syntax-character: The character U+202E turns the direction of what stands behind: people may read another comment than was written; delete it, unless the language needs it
@ 3600 IN TXT "a\u200b\u200bb; c"
;               ^^ warning syntax-character: 2 characters from U+200B on can not be seen here: people read something else than servers do; delete them, unless the language needs them
`);
});

test('joiners that belong to the spelling of words', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645
`);
});

test('in a name it is told as a part of the word', () => {
  check(`
;- example.com.zone
w\u200bww 3600 IN A 192.0.2.10
;^ warning syntax-character: The character U+200B has no width and can not be seen: people read something else than servers do; delete it, unless the language needs it
`);
});
