import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('too few octets, too many, one over 255, and a name', () => {
  check(`
;- example.com.zone
a 3600 IN A 192.0.2
;           ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
b 3600 IN A 192.0.2.1.1
;           ^^^^^^^^^^^ error syntax-ipv4: A address "192.0.2.1.1" is not an IPv4 address: it has 5 octets, not four
c 3600 IN A 192.0.2.256
;                   ^^^ error syntax-ipv4: A address "192.0.2.256" is not an IPv4 address: octet 256 is over 255
d 3600 IN A host
;           ^^^^ error syntax-ipv4: A address "host" is not an IPv4 address: "host" is not a number from 0 to 255
e 3600 IN A 192.0.2..1
;           ^^^^^^^^^^ error syntax-ipv4: A address "192.0.2..1" is not an IPv4 address: an octet is empty: two dots in a row
`);
});

test('addresses, names that look like them, and text', () => {
  check(`
;- example.com.zone
a 3600 IN A 192.0.2.255
192.0.2.256 3600 IN A 192.0.2.0
b 3600 IN TXT 192.0.2.256
`);
});

test('the dot at its end goes', () => {
  checkFix(
    `
;- example.com.zone
old 3600 IN A 192.0.2.10.
;                       ^ error syntax-ipv4: A address "192.0.2.10." is not an IPv4 address: it ends in a dot
`,
    'Replace by 192.0.2.10',
    `
;- example.com.zone
old 3600 IN A 192.0.2.10
`,
  );
});

test('no guess at what octet was meant', () => {
  const workbench = check(`
;- example.com.zone
www 3600 IN A 192.0.2.256
;                     ^^^ error syntax-ipv4: A address "192.0.2.256" is not an IPv4 address: octet 256 is over 255
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('the type once more, or the class behind it', () => {
  checkFix(
    `
;- example.com.zone
a 60 IN A A 192.0.2.1
;         ^ error syntax-ipv4: "A" stands twice: behind the type come the data
`,
    'Delete "A"',
    `
;- example.com.zone
a 60 IN A 192.0.2.1
`,
  );
  checkFix(
    `
;- example.com.zone
a 60 A IN 192.0.2.1
;      ^^ error syntax-ipv4: "IN" stands behind the type: a class stands before it
`,
    'Delete "IN"',
    `
;- example.com.zone
a 60 A 192.0.2.1
`,
  );
  check(`
;- example.com.zone
a 60 IN A A
;         ^ error syntax-ipv4: A address "A" is not an IPv4 address: "A" is not a number from 0 to 255
b 60 IN A A 192.0.2.256
;         ^ error syntax-ipv4: A address "A" is not an IPv4 address: "A" is not a number from 0 to 255
c 60 IN CNAME CNAME
`);
});
