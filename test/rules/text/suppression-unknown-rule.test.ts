import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('an id that no rule has, and one that is like none', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-mising -- no reverse zone yet
;                                                  ^^^^^^^^^^ information suppression-unknown-rule: There is no rule "ptr-mising", so this comment silences nothing: did you mean ptr-missing?
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line something
;                                                  ^^^^^^^^^ information suppression-unknown-rule: There is no rule "something", so this comment silences nothing
`);
});

test('ids that there are, and all rules', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line
`);
});

test('the id that is meant', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-mising -- no reverse zone yet
;                                                  ^^^^^^^^^^ information suppression-unknown-rule: There is no rule "ptr-mising", so this comment silences nothing: did you mean ptr-missing?
`,
    'Change to ptr-missing',
    `
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing -- no reverse zone yet
`,
  );
});

test('an id that is like none', () => {
  const workbench = check(`
;- example.com.zone
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line something
;                                                  ^^^^^^^^^ information suppression-unknown-rule: There is no rule "something", so this comment silences nothing
`);
  assert.deepEqual(fixTitles(workbench), []);
});
