import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
a     60 IN CNAME gone
;                 ^^^^ warning cname-dangling: a.example.com is an alias of gone.example.com, which does not exist in example.com: nobody gets an answer
b     60 IN CNAME www.gone.example.net.
;                 ^^^^^^^^^^^^^^^^^^^^^ warning cname-dangling: b.example.com is an alias of www.gone.example.net, which does not exist in example.net: nobody gets an answer
c     60 IN CNAME cdn.example.org
;                 ^^^^^^^^^^^^^^^ warning cname-dangling: "cdn.example.org" has no final dot, so it means cdn.example.org.example.com, which does not exist in example.com: nobody gets an answer
;- example.net.zone
www   60 IN A     192.0.2.1
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
});

test('names that exist, wildcards, and names elsewhere', () => {
  check(
    `
;- example.com.zone
a     60 IN CNAME b
b     60 IN TXT   "no address is no fault of the alias"
d     60 IN CNAME any.w
*.w   60 IN A     192.0.2.1
e     60 IN CNAME www.example.org.
f     60 IN CNAME www.sub
sub   60 IN NS    ns1.example.org.
_acme-challenge 60 IN CNAME gone.example.net.
;- example.net.zone
www   60 IN A     192.0.2.1
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
});

test('reverse zones, and what can not be read', () => {
  check(
    `
;- 2.0.192.in-addr.arpa.zone
1     60 IN CNAME 1.0/25
0/25  60 IN NS    ns1.example.net.
;- 0-25.zone origin=0/25.2.0.192.in-addr.arpa
@     60 IN NS    ns1.example.net.
;- example.com.zone
a     60 IN CNAME gone
$INCLUDE gone
;        ^^^^ error syntax-include-missing: $INCLUDE names "gone", and there is no such file here
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
;- part fragment
a     60 IN CNAME gone.example.net.
;                 ^^^^^^^^^^^^^^^^^ warning cname-dangling: a.example.com is an alias of gone.example.net, which does not exist in example.net: nobody gets an answer
;- example.net.zone
www   60 IN A     192.0.2.1
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
a     60 IN CNAME cdn.example.org
;                 ^^^^^^^^^^^^^^^ warning cname-dangling: "cdn.example.org" has no final dot, so it means cdn.example.org.example.com, which does not exist in example.com: nobody gets an answer
`,
    'Add the final dot: cdn.example.org.',
    `
;- example.com.zone
a     60 IN CNAME cdn.example.org.
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(
    `
;- example.com.zone secondary
a     60 IN CNAME cdn.example.org
;                 ^^^^^^^^^^^^^^^ warning cname-dangling: "cdn.example.org" has no final dot, so it means cdn.example.org.example.com, which does not exist in example.com: nobody gets an answer
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
  assert.deepEqual(fixTitles(workbench, 'cname-dangling'), [
    'Add the final dot: cdn.example.org. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('a DNAME to a name that is not there', () => {
  check(`
;- example.com.zone
old   60 IN DNAME new.example.org
;                 ^^^^^^^^^^^^^^^ warning cname-dangling: "new.example.org" has no final dot, so it means new.example.org.example.com, which does not exist in example.com: nobody gets an answer
was   60 IN DNAME is
;                 ^^ warning cname-dangling: The DNAME of was.example.com leads to is.example.com, which does not exist in example.com: nobody gets an answer
there 60 IN DNAME sub
a.sub 60 IN A     192.0.2.1
far   60 IN DNAME far.example.net.
`);
});

test('a name that only others are below; a DNAME leads to those', () => {
  check(
    `
;- example.com.zone
www      60 IN CNAME eu
;                    ^^ warning cname-dangling: www.example.com is an alias of eu.example.com, which has no records, only names below it have: nobody gets an answer
d        60 IN DNAME eu
host.eu  60 IN A 192.0.2.1
`,
    { rules: { 'cname-dangling': 'warning' } },
  );
});
