import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a rule that finds nothing at the line, and one that does', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing -- no reverse zone yet
;                                                  ^^^^^^^^^^^ information suppression-unused: ptr-missing is not found here, so this comment silences nothing
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line ptr-missing
; zonewright-disable-next-line ptr-mismatch ptr-missing
;                              ^^^^^^^^^^^^ information suppression-unused: ptr-mismatch is not found here, so this comment silences nothing
new 3600 IN A 192.0.2.12
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`);
});

test('all rules, and a comment above nothing', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line
;                        ^^^^^^^^^^^^^^^^^^^^^^^^^ information suppression-unused: Nothing is found here, so this comment silences nothing
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line
; zonewright-disable-next-line ptr-missing
;                              ^^^^^^^^^^^ information suppression-unused: ptr-missing is not found here, so this comment silences nothing

;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`);
});

test('a stretch, and what ends it', () => {
  check(`
;- example.com.zone
; zonewright-disable ptr-missing
;                    ^^^^^^^^^^^ information suppression-unused: ptr-missing is not found here, so this comment silences nothing
www 3600 IN A 192.0.2.10
; zonewright-enable ptr-missing
; zonewright-disable ptr-missing
ftp 3600 IN A 192.0.2.11
; zonewright-enable ptr-missing
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`);
});

test('on the other side of a pair a comment silences too', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
new 3600 IN A 192.0.2.11 ; zonewright-disable-line ptr-stale
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
11 3600 IN PTR old.example.com.
`);
});

test('nobody knows without the reverse zone, in a file with errors, and where the rule is off', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing
`);
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing
ftp 3600 IN A 192.0.2
;             ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`);
  check(
    `
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`,
    { rules: { 'ptr-missing': 'off' } },
  );
});

test('what comes and goes by itself is not told of', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600 ; zonewright-disable-line serial-not-increased serial-future
txt 3600 IN TXT "v=spf1 -all" ; zonewright-disable-line ptr-spf-address
ns1 3600 IN A 192.0.2.53
;- 2.0.192.in-addr.arpa.zone
53 3600 IN PTR ns1.example.com.
`);
});

test('a fault of reading is always known', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line syntax-ipv4
;                                                  ^^^^^^^^^^^ information suppression-unused: syntax-ipv4 is not found here, so this comment silences nothing
`);
});

test('it is silenced itself', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line syntax-ipv4 suppression-unused
`);
});

test('the comment goes, with its blanks or its line', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN A 192.0.2.10 ; zonewright-disable-line ptr-missing -- no reverse zone yet
;                                                  ^^^^^^^^^^^ information suppression-unused: ptr-missing is not found here, so this comment silences nothing
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`,
    'Remove the comment',
    `
;- example.com.zone
www 3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`,
  );
  checkFix(
    `
;- example.com.zone
; zonewright-disable-next-line ptr-missing
;                              ^^^^^^^^^^^ information suppression-unused: ptr-missing is not found here, so this comment silences nothing
www 3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`,
    'Remove the comment',
    `
;- example.com.zone
www 3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`,
  );
});

test('of several ids the unused one goes', () => {
  checkFix(
    `
;- example.com.zone
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line ptr-mismatch ptr-missing -- wanted
;                                                  ^^^^^^^^^^^^ information suppression-unused: ptr-mismatch is not found here, so this comment silences nothing
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: www.example.com does not exist in example.com, so it does not confirm 192.0.2.10
`,
    'Remove ptr-mismatch from the comment',
    `
;- example.com.zone
ftp 3600 IN A 192.0.2.11 ; zonewright-disable-line ptr-missing -- wanted
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: www.example.com does not exist in example.com, so it does not confirm 192.0.2.10
`,
  );
});

test('no serial is raised for it', () => {
  const workbench = check(`
;- example.com.zone
@   3600 IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
www 3600 IN A 192.0.2.10 ; zonewright-disable-line syntax-ipv4
;                                                  ^^^^^^^^^^^ information suppression-unused: syntax-ipv4 is not found here, so this comment silences nothing
`);
  assert.deepEqual(fixTitles(workbench, 'suppression-unused'), ['Remove the comment']);
});
