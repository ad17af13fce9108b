import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('one that closes nothing, and one that is never closed', () => {
  check(`
;- example.com.zone
mail 3600 IN A 192.0.2.11 )
;                         ^ error syntax-parenthesis: This ")" closes nothing: no "(" is open here
@ 3600 IN SOA ns1.example.net. hostmaster ( 1 1d 2h 4w 1h
;                                         ^ error syntax-parenthesis: This "(" is never closed: the record ends where its ")" is missing
www 3600 IN A 192.0.2.10
`);
});

test('over several lines, and within strings and comments', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster (
  1 1d 2h 4w 1h ) ; :-)
www 3600 IN TXT "("
`);
});

test('one that closes nothing goes', () => {
  checkFix(
    `
;- example.com.zone
mail 3600 IN A 192.0.2.11 )
;                         ^ error syntax-parenthesis: This ")" closes nothing: no "(" is open here
`,
    'Delete the ")"',
    `
;- example.com.zone
mail 3600 IN A 192.0.2.11 
`,
  );
});
