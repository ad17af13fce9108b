import { test } from 'node:test';
import { check, checkFix } from '../support/check.ts';

const SOA = '@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 2h 900 1209600 3600';
const REVERSE = `;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`;

test('an owner behind a blank: the line says so, and its record is not missed elsewhere', () => {
  check(`
;- example.com.zone
mail 3600 IN A 192.0.2.25 ; zonewright-disable-line ptr-missing
  www IN A 192.0.2.10
; ^^^ error syntax-type: The line begins with a blank, so it takes over the owner above, mail.example.com, and "www" is read as a record type
@ 3600 IN MX 10 www
${REVERSE}`);
});

test('where the record has another mistake too, it is not missed either', () => {
  check(`
;- example.com.zone
mail 3600 IN A 192.0.2.25 ; zonewright-disable-line ptr-missing
  www IN A 192.0.2.10 192.0.2.10
; ^^^ error syntax-type: Unknown record type "www"
${REVERSE}`);
});

test('words that read as no record, comments and directives are told as before', () => {
  check(`
;- example.com.zone
mail 3600 IN A 192.0.2.25
  these are the servers
; ^^^^^ error syntax-type: Unknown record type "these"
  AX 192.0.2.10
; ^^ error syntax-type: Unknown record type "AX": did you mean MX?
  #www IN A 192.0.2.10
; ^^^^ error syntax-comment: A comment begins with ";", not with "#"
  $TTL 3600
; ^^^^ error syntax-directive: $TTL is a directive at the beginning of a line only: behind a blank it is read as a record type
`);
});

test('a line below takes the owner that servers give it', () => {
  check(`
;- example.com.zone
mail 3600 IN A 192.0.2.25
 www IN A 192.0.2.10
;^^^ error syntax-type: The line begins with a blank, so it takes over the owner above, mail.example.com, and "www" is read as a record type
     IN CNAME www
;       ^^^^^ error cname-other-data: mail.example.com is an alias of www.example.com and has A records too: an alias has no other records
`);
});

test('the fix takes the blank away', () => {
  checkFix(
    `
;- example.com.zone
${SOA}
 www 1h IN A 192.0.2.10
;^^^ error syntax-type: The line begins with a blank, so it takes over the owner above, example.com, and "www" is read as a record type
`,
    /^Remove the blank/,
    `
;- example.com.zone
${SOA}
www 1h IN A 192.0.2.10
`,
  );
});

test('so does that of a first line without an owner above', () => {
  checkFix(
    `
;- example.com.zone
  ${SOA}
; ^ error syntax-owner-missing: The line begins with a blank, so it takes the owner of the record above, but there is none
`,
    /^Remove the blank/,
    `
;- example.com.zone
${SOA}
`,
  );
});
