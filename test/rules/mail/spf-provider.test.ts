import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:_spf.gogle.com include:outlook.com -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^ information spf-provider: "_spf.gogle.com" is not what its provider tells customers to include: that is "_spf.google.com"
;                                            ^^^^^^^^^^^^^^^^^^^ information spf-provider: "outlook.com" is not what its provider tells customers to include: that is "spf.protection.outlook.com"
`);
});

test('known ones, unknown ones, and one whose zone is held', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 include:_spf.google.com include:spf.protection.outlook.com include:_spf.example.net -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: _spf.google.com has no SPF record: receivers answer permerror to the whole record
;- google.com.zone
@ 3600 IN TXT "v=spf1 include:google.com -all"
;                     ^^^^^^^^^^^^^^^^^^ warning spf-include-none: The SPF records lead in a circle (google.com, google.com): receivers answer permerror
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:google.com -all"
;                     ^^^^^^^^^^^^^^^^^^ information spf-provider: "google.com" is not what its provider tells customers to include: that is "_spf.google.com"
`,
    'Change "google.com" to "_spf.google.com"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:_spf.google.com -all"
`,
  );
});
