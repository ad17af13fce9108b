import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^ warning dmarc-report-unauthorized: example.net does not say that it takes reports on example.com, so none are sent there: it needs TXT "v=DMARC1" at example.com._report._dmarc.example.net
;- example.net.zone
@ 3600 IN MX 10 mail.example.org.
`);
});

test('one that says so, for all too, names of one owner, and zones that nobody here knows', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.net,mailto:d@example.org,mailto:d@in.example.com; ruf=mailto:d@a.example"
_dmarc.b 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
_dmarc.c 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:d@d.example.com"
;- example.net.zone
example.com._report._dmarc 3600 IN TXT "v=DMARC1"
;- example.org.zone
*._report._dmarc 3600 IN TXT "v=DMARC1"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^ warning dmarc-report-unauthorized: example.net does not say that it takes reports on example.com, so none are sent there: it needs TXT "v=DMARC1" at example.com._report._dmarc.example.net
;- example.net.zone
@ 3600 IN MX 10 mail.example.org.
`,
    'Add "example.com._report._dmarc 3600 IN TXT "v=DMARC1"" to example.net',
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"
;- example.net.zone
@ 3600 IN MX 10 mail.example.org.
example.com._report._dmarc 3600 IN TXT "v=DMARC1"
`,
  );
});

test('refused in a zone that others write', () => {
  const workbench = check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^ warning dmarc-report-unauthorized: example.net does not say that it takes reports on example.com, so none are sent there: it needs TXT "v=DMARC1" at example.com._report._dmarc.example.net
;- example.net.zone secondary
@ 3600 IN MX 10 mail.example.org.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add "example.com._report._dmarc 3600 IN TXT "v=DMARC1"" to example.net (refused: example.net is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('refused where it takes the neighbours of its name out of the reach of a wildcard', () => {
  const workbench = check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^ warning dmarc-report-unauthorized: example.net does not say that it takes reports on example.com, so none are sent there: it needs TXT "v=DMARC1" at example.com._report._dmarc.example.net
;- example.net.zone
* 3600 IN MX 10 mail.example.org.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add TXT "v=DMARC1" at example.com._report._dmarc.example.net (refused: a name at example.com._report._dmarc.example.net. makes _dmarc.example.net. exist, and *.example.net. no longer answers for its neighbours)',
  ]);
});
