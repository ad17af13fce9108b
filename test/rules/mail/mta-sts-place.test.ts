import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=STSv1; id=20260101"
;              ^^^^^^^^^^^^^^^^^^^^ warning mta-sts-place: Nobody asks for an MTA-STS record at example.com: its place is _mta-sts.example.com
`);
});

test('at its place', () => {
  check(`
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1; id=1"
mta-sts 3600 IN CNAME mta-sts.example.net.
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
mta-sts 3600 IN TXT "v=STSv1; id=1"
;                    ^^^^^^^^^^^^^ warning mta-sts-place: Nobody asks for an MTA-STS record at mta-sts.example.com: its place is _mta-sts.example.com
mta-sts.example.com. 3600 IN A 192.0.2.1
`,
    'Change the owner to _mta-sts',
    `
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1; id=1"
mta-sts.example.com. 3600 IN A 192.0.2.1
`,
  );
});
