import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
a    60 IN CNAME 192.0.2.1
;                ^^^^^^^^^ error cname-address-literal: a.example.com is an alias of 192.0.2.1, which is read as the name 192.0.2.1.example.com: an address stands in an A record
b    60 IN CNAME 192.0.2.1.
;                ^^^^^^^^^^ error cname-address-literal: b.example.com is an alias of 192.0.2.1, which is read as the name 192.0.2.1: an address stands in an A record
c    60 IN CNAME 2001:db8::1
;                ^^^^^^^^^^^ error cname-address-literal: c.example.com is an alias of 2001:db8::1, which is read as the name 2001:db8::1.example.com: an address stands in an AAAA record
`);
});

test('the PTR record of its address is not called wrong besides', () => {
  check(`
;- example.com.zone
www  60 IN CNAME 192.0.2.80
;                ^^^^^^^^^^ error cname-address-literal: www.example.com is an alias of 192.0.2.80, which is read as the name 192.0.2.80.example.com: an address stands in an A record
;- 2.0.192.in-addr.arpa.zone
80   60 IN PTR www.example.com.
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
a    60 IN CNAME 1.2.0.192.in-addr.arpa.
b    60 IN CNAME 192-0-2-1.example.net.
c    60 IN CNAME 192.0.2.300.example.net.
;- rpz.zone origin=rpz.example.com
32.1.2.0.192.rpz-ip 60 IN CNAME .
x    60 IN CNAME 192.0.2.1.
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
a    60 IN CNAME 192.0.2.1
;                ^^^^^^^^^ error cname-address-literal: a.example.com is an alias of 192.0.2.1, which is read as the name 192.0.2.1.example.com: an address stands in an A record
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
a    60 IN CNAME 192.0.2.1.
;                ^^^^^^^^^^ error cname-address-literal: a.example.com is an alias of 192.0.2.1, which is read as the name 192.0.2.1: an address stands in an A record
`,
    'Change the alias to A 192.0.2.1',
    `
;- example.com.zone
a    60 IN A 192.0.2.1
`,
  );
});

test('the fix of another one', () => {
  checkFix(
    `
;- example.com.zone
a    60 in cname 2001:db8::1
;                ^^^^^^^^^^^ error cname-address-literal: a.example.com is an alias of 2001:db8::1, which is read as the name 2001:db8::1.example.com: an address stands in an AAAA record
`,
    'Change the alias to AAAA 2001:db8::1',
    `
;- example.com.zone
a    60 in aaaa 2001:db8::1
`,
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(`
;- example.com.zone secondary
a    60 IN CNAME 192.0.2.1
;                ^^^^^^^^^ error cname-address-literal: a.example.com is an alias of 192.0.2.1, which is read as the name 192.0.2.1.example.com: an address stands in an A record
`);
  assert.deepEqual(fixTitles(workbench, 'cname-address-literal'), [
    'Change the alias to A 192.0.2.1 (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('a wildcard that answers for the name of the address is no host of that name', () => {
  check(`
;- example.com.zone
*   3600 IN A     192.0.2.80
ftp 3600 IN CNAME 192.0.2.9
;                 ^^^^^^^^^ error cname-address-literal: ftp.example.com is an alias of 192.0.2.9, which is read as the name 192.0.2.9.example.com: an address stands in an A record
`);
});
