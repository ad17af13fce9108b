import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('two dots in a row, and one at the start', () => {
  check(`
;- example.com.zone
www..example.com. 3600 IN A 192.0.2.10
;   ^ error syntax-label-empty: "www..example.com." has an empty label: two dots in a row, or one at the start
@ 3600 IN MX 10 .mail
;               ^ error syntax-label-empty: MX exchange ".mail" has an empty label: it begins with a dot
`);
});

test('the root, and a dot that is escaped', () => {
  check(`
;- example.com.zone
@ 3600 IN MX 0 .
a\\..b 3600 IN TXT "a"
`);
});

test('no guess at which label is missing', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN MX 10 .mail.example.net.
;               ^ error syntax-label-empty: MX exchange ".mail.example.net." has an empty label: it begins with a dot
`);
  assert.deepEqual(fixTitles(workbench), []);
});
