import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
ab--c          60 IN A 192.0.2.1
;<----- information hostname-double-hyphen: "ab--c" of ab--c.example.com has hyphens as its third and fourth characters: such labels are kept for encodings as xn--, and registries refuse them
www.ab--c      60 IN A 192.0.2.1
`,
    { rules: { 'hostname-double-hyphen': 'information' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
xn--bcher-kva  60 IN A 192.0.2.1
abc--d         60 IN A 192.0.2.1
`,
    { rules: { 'hostname-double-hyphen': 'information' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
;- part fragment
ab--c          60 IN A 192.0.2.1
;<----- information hostname-double-hyphen: "ab--c" of ab--c.example.com has hyphens as its third and fourth characters: such labels are kept for encodings as xn--, and registries refuse them
`,
    { rules: { 'hostname-double-hyphen': 'information' } },
  );
});

test('off unless it is switched on', () => {
  check(`
;- example.com.zone
ab--c          60 IN A 192.0.2.1
`);
});
