import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN CAA 0 isue "letsencrypt.org"
;               ^^^^ warning caa-tag: No authority knows the CAA tag "isue", so all pass over it: "issue" is meant
@ 3600 IN CAA 1 issuewild ";"
;             ^ warning caa-tag: CAA flags are 0, or 128 where authorities must know the tag: 1 means nothing
`);
});

test('all that are known, capitals, and critical ones', () => {
  check(`
;- example.com.zone
a 3600 IN CAA 0 issue "letsencrypt.org"
a 3600 IN CAA 128 issuewild ";"
a 3600 IN CAA 0 issuemail ";"
a 3600 IN CAA 0 issuevmc "digicert.com"
a 3600 IN CAA 0 iodef "mailto:caa@example.com"
a 3600 IN CAA 0 contactemail "caa@example.com"
a 3600 IN CAA 0 contactphone "+1 555 0100"
a 3600 IN CAA 0 ISSUE "digicert.com"
b 3600 IN CAA 128 tbs "x"
;                 ^^^ error caa-tag: No authority knows the CAA tag "tbs", and the flags say that none may issue then: the tags are issue, issuewild, issuemail, issuevmc, iodef, contactemail, contactphone
c 3600 IN CAA 0 foo "x"
;               ^^^ warning caa-tag: No authority knows the CAA tag "foo", so all pass over it: the tags are issue, issuewild, issuemail, issuevmc, iodef, contactemail, contactphone
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN CAA 0 isue "letsencrypt.org"
;               ^^^^ warning caa-tag: No authority knows the CAA tag "isue", so all pass over it: "issue" is meant
`,
    'Change "isue" to "issue"',
    `
;- example.com.zone
@ 3600 IN CAA 0 issue "letsencrypt.org"
`,
  );
});
