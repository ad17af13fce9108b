import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the preference, the address, everything behind an owner, a directive without its word', () => {
  check(`
;- example.com.zone
@ 3600 IN MX mail
;            ^^^^ error syntax-field-missing: MX preference is missing before "mail"
pos 3600 IN GPOS -32.6882
;                        | error syntax-field-missing: GPOS longitude is missing
www 3600 IN A
;            | error syntax-field-missing: A address is missing
host
;<---- error syntax-field-missing: Nothing follows the owner "host": a record needs a type and its data
$TTL
;<---- error syntax-field-missing: $TTL needs a TTL
`);
});

test('all that is needed', () => {
  check(`
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
www 3600 IN A 192.0.2.1
$TTL 1h
x 3600 IN TXT ""
`);
});

test('the preference 10 is put before the host', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN MX mail.example.net.
;            ^^^^^^^^^^^^^^^^^ error syntax-field-missing: MX preference is missing before "mail.example.net."
`,
    'Insert the preference 10',
    `
;- example.com.zone
@ 3600 IN MX 10 mail.example.net.
`,
  );
});

test('that there is no mail has the preference 0', () => {
  const workbench = check(`
;- example.com.zone
@ 3600 IN MX .
;            ^ error syntax-field-missing: MX preference is missing before "."
`);
  assert.deepEqual(fixTitles(workbench), ['Insert the preference 0']);
});

test('no address is made up', () => {
  const workbench = check(`
;- example.com.zone
www 3600 IN A
;            | error syntax-field-missing: A address is missing
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('numbers before a word that is none', () => {
  check(`
;- example.com.zone
$TTL 1h
_a._tcp IN SRV 10 5060 www
;                      ^^^ error syntax-field-missing: SRV port is missing before "www"
_b._tcp IN SRV 5060 www
;                   ^^^ error syntax-field-missing: SRV weight and port are missing before "www"
_c._tcp IN SRV www
;              ^^^ error syntax-field-missing: SRV priority, weight and port are missing before "www"
n IN NAPTR 100 "s" "SIP+D2U" "" _sip._udp
;              ^^^ error syntax-field-missing: NAPTR preference is missing before "s"
@ IN CAA issue "ca.example.net"
;        ^^^^^ error syntax-field-missing: CAA flags are missing before "issue"
h IN HTTPS . alpn=h2
;          ^ error syntax-field-missing: HTTPS priority is missing before "."
s IN SSHFP 4 a123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
;            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-field-missing: SSHFP fingerprint type is missing before "a123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
`);
});

test('as many words as there are fields: one of them is wrong', () => {
  check(`
;- example.com.zone
$TTL 1h
_a._tcp IN SRV 10 x 5060 www
;                 ^ error syntax-number: SRV weight must be a number from 0 to 65535, found "x"
_b._tcp IN SRV 10 x 5060
;                 ^ error syntax-number: SRV weight must be a number from 0 to 65535, found "x"
`);
});
