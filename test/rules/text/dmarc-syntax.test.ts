import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc   3600 IN TXT "v=DMARC1; p=quarantin; rua=dmarc@example.com"
;                               ^^^^^^^^^^^ error dmarc-syntax: DMARC: "p=quarantin" is none of none, quarantine or reject
;                                                ^^^^^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "dmarc@example.com" is no report address: "mailto:" is missing
_dmarc.a 3600 IN TXT "v=DMARC1 p=reject"
;                              ^ error dmarc-syntax: DMARC: ";" is missing before "p="
_dmarc.b 3600 IN TXT "v=DMARC1; rua=mailto:dmarc@example.com"
;                     ^^^^^^^^ warning dmarc-syntax: DMARC: the policy "p" is missing: receivers take it for "p=none", or pass over the record
`);
});

test('values, addresses and versions', () => {
  check(`
;- example.com.zone
_dmarc.a 3600 IN TXT "v=dmarc1; p=none; rua=mailto:d@example.com"
;                     ^^^^^^^^ error dmarc-syntax: DMARC: the version is "DMARC1", not "dmarc1"
_dmarc.b 3600 IN TXT "p=none; v=DMARC1; rua=mailto:d@example.com"
;                             ^^^^^^^^ error dmarc-syntax: DMARC: "v=DMARC1" must come first
_dmarc.c 3600 IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com,e@example.com, mailto://f@example.com"
;                                                                ^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "e@example.com" is no report address: "mailto:" is missing
;                                                                               ^^^^^^^^^^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "mailto://f@example.com" has "//" behind "mailto:"
_dmarc.d 3600 IN TXT "v=DMARC1; p=reject; aspf=strict; fo=1:x; np=block"
;                                         ^^^^^^^^^^^ error dmarc-syntax: DMARC: "aspf=strict" is none of r or s
;                                                      ^^^^^^ error dmarc-syntax: DMARC: "fo=x" is none of 0, 1, d or s
;                                                              ^^^^^^^^ error dmarc-syntax: DMARC: "np=block" is none of none, quarantine or reject
_dmarc.e 3600 IN TXT "v=DMARC1; p=reject; ruua=mailto:d@example.com; foo=bar; pct=50"
;                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ warning dmarc-syntax: DMARC: "ruua" is no tag of DMARC: receivers pass over it, where "rua" is meant
;                                                                    ^^^^^^^ information dmarc-syntax: DMARC: "foo" is no tag of DMARC: receivers pass over it
;                                                                             ^^^^^^ information dmarc-syntax: DMARC: RFC 9989 has "pct" no longer: receivers that go by it pass over it
_dmarc.f 3600 IN TXT "v=DMARC1; p=reject; p=none; sp"
;                                         ^^^^^^ error dmarc-syntax: DMARC: "p" stands twice
;                                                 ^^ error dmarc-syntax: DMARC: "sp" is no tag: "name=value" is expected
_dmarc.g 3600 IN TXT " v=DMARC1; p=reject"
;                      ^^^^^^^^ error dmarc-syntax: DMARC: the record must begin with "v=DMARC1"
_dmarc.h 3600 IN TXT "p=reject"
;                     ^^^^^^^^ error dmarc-syntax: DMARC: "v=DMARC1" must come first
_dmarc.i 3600 IN TXT "v=DMARC1; p=; rua="
;                               ^^ error dmarc-syntax: DMARC: "p" has no value: none, quarantine or reject
;                                       | error dmarc-syntax: DMARC: a report address is missing
_dmarc.j 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.com!10m"
;                                                                 ^^^^ information dmarc-syntax: DMARC: the size behind "!" is passed over by now (RFC 9989)
_dmarc.k 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@localhost"
;                                             ^^^^^^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "d@localhost" is no mail address
`);
});

test("what is right: blanks, empty places, several addresses, records of other domains' reports", () => {
  check(`
;- example.com.zone
_dmarc.a 3600 IN TXT "v=DMARC1;p=reject;sp=quarantine;np=reject;adkim=s;aspf=r;fo=0:1:d:s;psd=n;t=y"
;                                       ^^^^^^^^^^^^^ information dmarc-sp-weaker: "sp=quarantine" protects names below the domain less than "p=reject" does the domain: forgers take such a name
_dmarc.b 3600 IN TXT "v = DMARC1 ; p = reject ; ; rua = mailto:d@example.com , mailto:e@example.com ;"
example.net._report._dmarc 3600 IN TXT "v=DMARC1"
*._report._dmarc 3600 IN TXT "v=DMARC1;"
_dmarc.c 3600 IN TXT "v=DMARC1; p=Reject"
`);
});

test('fix 1: Change "d@example.com" to "mailto:d@example.com"', () => {
  checkFix(
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=d@example.com"
;                                           ^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "d@example.com" is no report address: "mailto:" is missing
`,
    'Change "d@example.com" to "mailto:d@example.com"',
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
`,
  );
});

test('fix: Change "mailto=d@example.com" to "mailto:d@example.com"', () => {
  for (const written of ['mailto=', 'mailto ', 'mail:', 'MAILTO = '])
    checkFix(
      `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=${written}d@example.com"
;                                           ${'^'.repeat(written.length)}^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "${written}d@example.com" is no report address: "mailto:" is missing
`,
      `Change "${written}d@example.com" to "mailto:d@example.com"`,
      `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
`,
    );
});

test('fix 2: Add the semicolon before "p="', () => {
  checkFix(
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1 p=reject"
;                            ^ error dmarc-syntax: DMARC: ";" is missing before "p="
`,
    'Add the semicolon before "p="',
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
`,
  );
});

test('fix 3: Change "quarantin" to "quarantine"', () => {
  checkFix(
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=quarantin"
;                             ^^^^^^^^^^^ error dmarc-syntax: DMARC: "p=quarantin" is none of none, quarantine or reject
`,
    'Change "quarantin" to "quarantine"',
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=quarantine"
`,
  );
});

test('nothing is guessed', () => {
  const workbench = check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=monitor; foo=bar"
;                             ^^^^^^^^^ error dmarc-syntax: DMARC: "p=monitor" is none of none, quarantine or reject
;                                        ^^^^^^^ information dmarc-syntax: DMARC: "foo" is no tag of DMARC: receivers pass over it
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('quotation marks in the text, and another character for the semicolon', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "\\"v=DMARC1; p=quarantine\\""
;                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ error dmarc-syntax: DMARC: the quotation marks are part of the text, which must begin with "v=DMARC1"
`);
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1, p=reject"
;                             ^ error dmarc-syntax: DMARC: ";" is missing before "p="
`);
});

test('the version without its v, the policy by its whole name, two @: each is told once', () => {
  check(`
;- example.com.zone
_dmarc     60 IN TXT "DMARC1; p=reject"
;                     ^^^^^^ error dmarc-syntax: DMARC: "v=" is missing before "DMARC1"
_dmarc.a   60 IN TXT "v=DMARC1; policy=reject"
;                               ^^^^^^^^^^^^^ warning dmarc-syntax: DMARC: "policy" is no tag of DMARC: receivers pass over it, where "p" is meant
_dmarc.b   60 IN TXT "v=DMARC1; P=reject"
;                               ^^^^^^^^ warning dmarc-syntax: DMARC: "P" is no tag of DMARC: receivers pass over it, where "p" is meant
_dmarc.c   60 IN TXT "v=DMARC1; p=reject; rua=mailto:a@@example.com"
;                                             ^^^^^^^^^^^^^^^^^^^^^ error dmarc-syntax: DMARC: "a@@example.com" is no mail address
`);
});

test('the type once more, which is the beginning of the text', () => {
  checkFix(
    `
;- example.com.zone
_dmarc 60 IN TXT TXT "v=DMARC1; p=reject"
;                ^^^ error dmarc-syntax: DMARC: "TXT" stands twice, and is part of the text, which must begin with "v=DMARC1"
`,
    'Delete "TXT"',
    `
;- example.com.zone
_dmarc 60 IN TXT "v=DMARC1; p=reject"
`,
  );
});
