import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 mail
;                  ^^^^ information dmarc-missing: example.com takes mail and has no DMARC record: receivers are not told what to do with forged mail, and nobody gets reports
mail 3600 IN A  192.0.2.25
`);
});

test('its own, that of a name above, an alias elsewhere, and zones for inside', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 mail
@    3600 IN TXT "x"
a    3600 IN MX 10 mail
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
mail 3600 IN A  192.0.2.25
;- example.net.zone
@    3600 IN MX 10 mail.example.com.
_dmarc 3600 IN CNAME example.net.dmarc.example.
;- corp.local.zone
@    3600 IN MX 10 mail.example.com.
;- example.org.zone
@    3600 IN MX 10 mail.example.com.
;                  ^^^^^^^^^^^^^^^^^ information dmarc-missing: example.org takes mail and has no DMARC record: receivers are not told what to do with forged mail, and nobody gets reports
`);
});

test('one whose version is missing or stands elsewhere is not called missing besides', () => {
  check(`
;- example.com.zone
@      3600 IN MX 10 mail
_dmarc 3600 IN TXT "p=reject; v=DMARC1"
;                             ^^^^^^^^ error dmarc-syntax: DMARC: "v=DMARC1" must come first
mail   3600 IN A  192.0.2.25
;- example.org.zone
@      3600 IN MX 10 mail.example.com.
;                    ^^^^^^^^^^^^^^^^^ information dmarc-missing: example.org takes mail and has no DMARC record: receivers are not told what to do with forged mail, and nobody gets reports
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@    3600 IN MX 10 mail
;                  ^^^^ information dmarc-missing: example.com takes mail and has no DMARC record: receivers are not told what to do with forged mail, and nobody gets reports
mail 3600 IN A  192.0.2.25
`,
    'Add "_dmarc 3600 IN TXT "v=DMARC1; p=none; rua=mailto:postmaster@example.com"" to example.com',
    `
;- example.com.zone
@    3600 IN MX 10 mail
mail 3600 IN A  192.0.2.25
_dmarc 3600 IN TXT "v=DMARC1; p=none; rua=mailto:postmaster@example.com"
`,
  );
});
