import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../../src/report/fixes.ts';
import { check, checkFix, fixTitles } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx -all"
@ 3600 IN TXT "v=spf1 include:_spf.example.net ~all"
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-multiple: example.com has 2 SPF records: receivers answer permerror, as if it had a broken one. Merge them
@ 3600 IN MX 10 mail.example.net.
`);
});

test('the same twice, and one of Sender ID', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 a -all"
a 60   IN TXT "v=spf1 a -all"
;<----------------------------- warning record-duplicate: a.example.com has this TXT record already
a 3600 IN A 192.0.2.1
b 3600 IN TXT "v=spf1 a -all"
b 3600 IN TXT "spf2.0/pra a -all"
;             ^^^^^^^^^^^^^^^^^^^ information spf-sender-id: Sender ID ("spf2.0/") was given up: receivers read "v=spf1" only
b 3600 IN TXT "other"
b 3600 IN A 192.0.2.1
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx -all"
@ 3600 IN TXT "v=spf1 include:_spf.example.net mx ~all"
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-multiple: example.com has 2 SPF records: receivers answer permerror, as if it had a broken one. Merge them
@ 3600 IN MX 10 mail.example.net.
`,
    'Merge the SPF records: "v=spf1 mx include:_spf.example.net ~all"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx include:_spf.example.net ~all"
@ 3600 IN MX 10 mail.example.net.
`,
  );
});

test('refused where one is redirected, or broken', () => {
  const workbench = check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 mx -all"
a 3600 IN TXT "v=spf1 redirect=_spf.example.net"
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-multiple: a.example.com has 2 SPF records: receivers answer permerror, as if it had a broken one. Merge them
a 3600 IN MX 10 mail.example.net.
b 3600 IN TXT "v=spf1 mx -all"
b 3600 IN TXT "v=spf1 foo -all"
;             ^^^^^^^^^^^^^^^^^ error spf-multiple: b.example.com has 2 SPF records: receivers answer permerror, as if it had a broken one. Merge them
;                     ^^^ error spf-syntax: "foo" is not an SPF mechanism or modifier: receivers answer permerror to the whole SPF record
b 3600 IN MX 10 mail.example.net.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Merge the SPF records (refused: one of the records is redirected: only you know which of them is to hold)',
    'Merge the SPF records (refused: one of the records has a mistake: fix that first)',
  ]);
});

test('which of two ends holds is not decided unasked', () => {
  const safeWith = (first: string, second: string): boolean | undefined => {
    const workbench = new Workbench(
      `;- example.com.zone\n@ 60 TXT "v=spf1 mx ${first}"\n@ 60 TXT "v=spf1 a ${second}"\n@ 60 A 192.0.2.1\n`,
    );
    const shown = workbench.shown().find(({ rule }) => rule === 'spf-multiple');
    return shown && fixesOf(workbench.engine, shown)[0]?.safe;
  };
  assert.equal(safeWith('-all', '-all'), true);
  assert.equal(safeWith('-all', '~all'), false);
  assert.equal(safeWith('', '-all'), true);
});
