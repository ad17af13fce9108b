import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN CAA 0 issue "https://letsencrypt.org"
;                      ^^^^^^^^^^^^^^^^^^^^^^^ warning caa-value: "https://letsencrypt.org" is an address of the web: the domain of the authority belongs here
@ 3600 IN CAA 0 issue "letsencrypt.com.example, digicert.com"
;                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning caa-value: "letsencrypt.com.example, digicert.com" is more than one domain: each authority has a CAA record of its own
@ 3600 IN CAA 0 iodef "caa@example.com"
;                      ^^^^^^^^^^^^^^^ warning caa-value: "caa@example.com" is no address for reports: it begins with "mailto:" or "https://"
`);
});

test('domains and parameters', () => {
  check(`
;- example.com.zone
a 3600 IN CAA 0 issue "letsencrypt.org; validationmethods=dns-01; accounturi=https://acme.example/acct/1"
b 3600 IN CAA 0 issue ";"
c 3600 IN CAA 0 issue "letsencypt.org"
;                      ^^^^^^^^^^^^^^ warning caa-value: "letsencypt.org" is no authority that is known, and "letsencrypt.org" is
d 3600 IN CAA 0 issuewild "caa@example.com"
;                          ^^^^^^^^^^^^^^^ warning caa-value: "caa@example.com" is a mail address: the domain of an authority belongs here
e 3600 IN CAA 0 issue "ca.example.net"
f 3600 IN CAA 0 iodef "https://example.com/caa"
g 3600 IN CAA 0 issue "letsencrypt"
;                      ^^^^^^^^^^^ warning caa-value: "letsencrypt" is no domain name: no authority has it, so none may issue
h 3600 IN CAA 0 issue ""
i 3600 IN CAA 0 iodef "report me"
;                      ^^^^^^^^^ warning caa-value: "report me" is no address for reports: it begins with "mailto:" or "https://"
`);
});

test('fix 1: Change "https://www.letsencrypt.org/" to "letsencrypt.org"', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN CAA 0 issue "https://www.letsencrypt.org/"
;                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning caa-value: "https://www.letsencrypt.org/" is an address of the web: the domain of the authority belongs here
`,
    'Change "https://www.letsencrypt.org/" to "letsencrypt.org"',
    `
;- example.com.zone
@ 3600 IN CAA 0 issue "letsencrypt.org"
`,
  );
});

test('fix 2: Add "mailto:"', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN CAA 0 iodef caa@example.com
;                     ^^^^^^^^^^^^^^^ warning caa-value: "caa@example.com" is no address for reports: it begins with "mailto:" or "https://"
`,
    'Add "mailto:"',
    `
;- example.com.zone
@ 3600 IN CAA 0 iodef "mailto:caa@example.com"
`,
  );
});

test('parameters, and authorities below another top-level domain', () => {
  check(`
;- example.com.zone
@ 60 IN CAA 0 issue "letsencrypt.org; accounturi"
;                                    ^^^^^^^^^^^ warning caa-value: "accounturi" is no parameter of an authority: "name=value" is expected, and without it nobody may issue
@ 60 IN CAA 0 issue "letsencrypt.com"
;                    ^^^^^^^^^^^^^^^ warning caa-value: "letsencrypt.com" is no authority that is known, and "letsencrypt.org" is
@ 60 IN CAA 0 issue "letsencrypt.org; accounturi=https://example.com/acct/1; validationmethods=dns-01"
@ 60 IN CAA 0 issuewild ";"
`);
});

test('the web site of an authority, and a report address without its domain', () => {
  check(`
;- example.com.zone
@ 3600 IN CAA 0 issue "www.letsencrypt.org"
;                      ^^^^^^^^^^^^^^^^^^^ warning caa-value: "www.letsencrypt.org" is no authority that is known, and "letsencrypt.org" is
@ 3600 IN CAA 0 issue "www.digicert.com"
@ 3600 IN CAA 0 iodef "mailto:security"
;                      ^^^^^^^^^^^^^^^ warning caa-value: "mailto:security" is no mail address
`);
});

test('a contact is a mail address alone', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN CAA 0 contactemail "mailto:caa@example.com"
;                             ^^^^^^^^^^^^^^^^^^^^^^ warning caa-value: "mailto:caa@example.com" is no mail address: a contact stands without "mailto:"
a 3600 IN CAA 0 contactemail "caa@example.com"
`,
    'Delete "mailto:"',
    `
;- example.com.zone
@ 3600 IN CAA 0 contactemail "caa@example.com"
a 3600 IN CAA 0 contactemail "caa@example.com"
`,
  );
});
