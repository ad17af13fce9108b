import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a slip, and a directive behind a blank', () => {
  check(`
;- example.com.zone
$ORGIN sub
;<------ error syntax-directive: Unknown directive "$ORGIN": there are $ORIGIN, $TTL, $INCLUDE and $GENERATE
www 1h IN A 192.0.2.1
 $TTL 1h
;^^^^ error syntax-directive: $TTL is a directive at the beginning of a line only: behind a blank it is read as a record type
`);
});

test('the four, in both cases', () => {
  check(`
;- example.com.zone
$TTL 1h
$origin sub
$GENERATE 1-2 host$ A 192.0.2.$
`);
});

test('the directive that is meant', () => {
  checkFix(
    `
;- example.com.zone
$ORGIN sub
;<------ error syntax-directive: Unknown directive "$ORGIN": there are $ORIGIN, $TTL, $INCLUDE and $GENERATE
`,
    'Change to $ORIGIN',
    `
;- example.com.zone
$ORIGIN sub
`,
  );
});

test('a word that is like none', () => {
  const workbench = check(`
;- example.com.zone
$SOMETHING sub
;<---------- error syntax-directive: Unknown directive "$SOMETHING": there are $ORIGIN, $TTL, $INCLUDE and $GENERATE
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('an $INCLUDE without its dollar sign; a host of that name', () => {
  check(`
;- example.com.zone
INCLUDE hosts.db
;<------- error syntax-directive: "INCLUDE" is read as an owner here: did you mean $INCLUDE hosts.db?
include 60 IN A 192.0.2.1
`);
});
