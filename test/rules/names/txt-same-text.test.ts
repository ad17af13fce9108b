import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
a  60 IN TXT "ab"
a  60 IN TXT "a" "b"
;<-------------------- hint txt-same-text: a.example.com has a TXT record with this text already, cut into other strings: who joins them reads it twice
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
a  60 IN TXT "ab"
a  60 IN TXT "a b"
b  60 IN TXT "ab"
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
a  60 IN TXT "ab"
$INCLUDE part
;- part fragment
a  60 IN TXT "a" "b"
;<-------------------- hint txt-same-text: a.example.com has a TXT record with this text already, cut into other strings: who joins them reads it twice
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
a  60 IN TXT "ab"
a  60 IN TXT "a" "b"
;<-------------------- hint txt-same-text: a.example.com has a TXT record with this text already, cut into other strings: who joins them reads it twice
`,
    'Delete "a 60 IN TXT "a" "b"" from example.com',
    `
;- example.com.zone
a  60 IN TXT "ab"
`,
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(`
;- example.com.zone secondary
a  60 IN TXT "ab"
a  60 IN TXT "a" "b"
;<-------------------- hint txt-same-text: a.example.com has a TXT record with this text already, cut into other strings: who joins them reads it twice
`);
  assert.deepEqual(fixTitles(workbench, 'txt-same-text'), [
    'Delete "a 60 IN TXT "a" "b"" from example.com (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
