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

test('a directive apart from its "$", with "=" or with a slip: that the TTL is missing is not told too', () => {
  for (const [line, word, mark, title] of [
    ['$ TTL 1h', '$', '<-', 'Change to $TTL'],
    ['$TTL=1h', '$TTL=1h', '<-------', 'Change to $TTL 1h'],
    ['$TLL 1h', '$TLL', '<----', 'Change to $TTL'],
  ] as const)
    checkFix(
      `
;- example.com.zone
${line}
;${mark} error syntax-directive: Unknown directive "${word}": there are $ORIGIN, $TTL, $INCLUDE and $GENERATE
@ SOA ns1.example.net. h.example.net. 1 1d 2h 4w 1h
`,
      title,
      `
;- example.com.zone
$TTL 1h
@ SOA ns1.example.net. h.example.net. 1 1d 2h 4w 1h
`,
    );
});

test('an $INCLUDE as in C is no comment, and one that lost its "$" may have an origin', () => {
  const workbench = check(`
;- example.com.zone
#include a/b.inc sub
;<-------- error syntax-directive: Unknown directive "#include": there are $ORIGIN, $TTL, $INCLUDE and $GENERATE
include a/b.inc sub
;<------- error syntax-directive: "include" is read as an owner here: did you mean $INCLUDE a/b.inc?
#include the old hosts
;<-------- error syntax-comment: A comment begins with ";", not with "#"
`);
  assert.deepEqual(fixTitles(workbench, 'syntax-directive'), ['Change to $INCLUDE', 'Change to $INCLUDE a/b.inc']);
});

test('a blank that is none behind a directive', () => {
  check(`
;- example.com.zone
$TTL\u00a01d
;   ^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
@ SOA ns1.example.net. h.example.net. 1 1d 2h 4w 1h
`);
});
