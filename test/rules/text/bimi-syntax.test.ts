import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
default._bimi 3600 IN TXT "v=BIMI1; l=http://example.com/logo.svg"
;                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-syntax: BIMI: "l" must be an address of https
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
`);
});

test('locations and versions', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
a._bimi 3600 IN TXT "v=BIMI1; l=https://example.com/logo.png; a="
;                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-syntax: BIMI: the logo must be an SVG file
b._bimi 3600 IN TXT "v=BIMI1; a=ftp://example.com/x.pem; l=https://example.com/logo.svg"
;                             ^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-syntax: BIMI: "a" must be an address that begins with "https://"
c._bimi 3600 IN TXT "v=bimi1; l=https://example.com/logo.svg"
;                    ^^^^^^^ warning bimi-syntax: BIMI: the version is "BIMI1", not "bimi1"
d._bimi 3600 IN TXT "v=BIMI1;"
;                    ^^^^^^^^ warning bimi-syntax: BIMI: the location of the logo is missing: there is no "l"
e._bimi 3600 IN TXT "v=BIMI1; l=; a=;"
f._bimi 3600 IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/v.pem; avp=brand"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
default._bimi 3600 IN TXT "v=BIMI1; l=http://example.com/logo.svg"
;                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-syntax: BIMI: "l" must be an address of https
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
`,
    'Change "http" to "https"',
    `
;- example.com.zone
default._bimi 3600 IN TXT "v=BIMI1; l=https://example.com/logo.svg"
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
`,
  );
});

test('a record where nobody asks for it', () => {
  check(`
;- example.com.zone
bimi 60 IN TXT "v=BIMI1; l=https://example.com/l.svg"
;               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-syntax: Nobody asks for a BIMI record at bimi.example.com: its place is default._bimi.example.com
default._bimi.a 60 IN TXT "v=BIMI1; l=; a=;"
`);
});
