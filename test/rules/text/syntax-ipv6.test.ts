import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('two gaps, a prefix length, a group too long, too few groups', () => {
  check(`
;- example.com.zone
a 3600 IN AAAA 2001:db8::1::2
;              ^^^^^^^^^^^^^^ error syntax-ipv6: AAAA address "2001:db8::1::2" is not an IPv6 address: "::" may stand only once
b 3600 IN AAAA 2001:db8::1/64
;              ^^^^^^^^^^^^^^ error syntax-ipv6: AAAA address "2001:db8::1/64" is not an IPv6 address: an address record takes no prefix length
c 3600 IN AAAA 2001:db8::12345
;              ^^^^^^^^^^^^^^^ error syntax-ipv6: AAAA address "2001:db8::12345" is not an IPv6 address: group "12345" has more than four digits
d 3600 IN AAAA 2001:db8:1
;              ^^^^^^^^^^ error syntax-ipv6: AAAA address "2001:db8:1" is not an IPv6 address: it has 3 groups, not eight
`);
});

test('the usual forms, also with an IPv4 address at the end', () => {
  check(`
;- example.com.zone
a 3600 IN AAAA 2001:DB8::A
b 3600 IN AAAA 2001:0db8:0000:0000:0000:0000:0000:0001
c 3600 IN AAAA ::ffff:192.0.2.1
;              ^^^^^^^^^^^^^^^^ warning address-special: ::ffff:192.0.2.1 is an IPv4 address mapped to IPv6: c.example.com is not reached there
`);
});

test('brackets go', () => {
  checkFix(
    `
;- example.com.zone
a 3600 IN AAAA [2001:db8::1]
;              ^^^^^^^^^^^^^ error syntax-ipv6: AAAA address "[2001:db8::1]" is not an IPv6 address: it stands in brackets
`,
    'Remove the brackets',
    `
;- example.com.zone
a 3600 IN AAAA 2001:db8::1
`,
  );
});

test('no guess at what two gaps stand for', () => {
  const workbench = check(`
;- example.com.zone
a 3600 IN AAAA 2001:db8::1::2
;              ^^^^^^^^^^^^^^ error syntax-ipv6: AAAA address "2001:db8::1::2" is not an IPv6 address: "::" may stand only once
`);
  assert.deepEqual(fixTitles(workbench), []);
});
