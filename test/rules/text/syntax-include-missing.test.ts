import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('no such file', () => {
  check(`
;- example.com.zone
$INCLUDE hosts/missing.zone
;        ^^^^^^^^^^^^^^^^^^ error syntax-include-missing: $INCLUDE names "hosts/missing.zone", and there is no such file here
`);
});

test('beside the file, and in a folder', () => {
  check(`
;- example.com.zone
$INCLUDE hosts
$INCLUDE more/hosts
;- hosts fragment
a 3600 IN A 192.0.2.1
;- more/hosts fragment
b 3600 IN A 192.0.2.2
`);
});

test('no path is made up', () => {
  const workbench = check(`
;- example.com.zone
$INCLUDE hosts/missing.zone
;        ^^^^^^^^^^^^^^^^^^ error syntax-include-missing: $INCLUDE names "hosts/missing.zone", and there is no such file here
`);
  assert.deepEqual(fixTitles(workbench), []);
});
