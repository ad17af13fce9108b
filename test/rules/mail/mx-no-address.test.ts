import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('no records, other records, a name above others, and an address in a held zone beside it', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 mail
;                     ^^^^ error mx-no-address: example.com has the mail server mail.example.com, which does not exist in example.com: no mail is delivered there
b     3600 IN MX   10 text
;                     ^^^^ error mx-no-address: b.example.com has the mail server text.example.com, which has no A or AAAA record: no mail is delivered there
c     3600 IN MX   10 sub
;                     ^^^ error mx-no-address: c.example.com has the mail server sub.example.com, which has no A or AAAA record: no mail is delivered there
d     3600 IN MX   10 host.example.org.
e     3600 IN MX   10 gone.example.org.
;                     ^^^^^^^^^^^^^^^^^ error mx-no-address: e.example.com has the mail server gone.example.org, which does not exist in example.org: no mail is delivered there
*.f   3600 IN MX   10 gone
;                     ^^^^ error mx-no-address: *.f.example.com has the mail server gone.example.com, which does not exist in example.com: no mail is delivered there
text  3600 IN TXT  "x"
a.sub 3600 IN TXT  "x"
;- example.org.zone
host  3600 IN AAAA 2001:db8::25
`);
});

test('addresses of one family, wildcards, no mail at all, and names that nobody here knows', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 a
@     3600 IN MX   20 b
c     3600 IN MX   10 any.wild
d     3600 IN MX   0  .
e     3600 IN MX   10 mail.example.net.
f     3600 IN MX   10 mail.cut
g     3600 IN MX   10 below.any.wild
a     3600 IN A    192.0.2.25
b     3600 IN AAAA 2001:db8::25
*.wild 3600 IN A   192.0.2.26
cut   3600 IN NS   ns1.example.net.
mx.cut 3600 IN MX  10 gone
;<-------------------------- warning delegation-occluded: The MX record of mx.cut.example.com lies below the delegation of cut.example.com: nobody gets it from here, it belongs to the zone cut.example.com
`);
});

test('a wildcard without addresses, and one that a name beside it hides', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 any.text
;                     ^^^^^^^^ error mx-no-address: example.com has the mail server any.text.example.com, which has no A or AAAA record: no mail is delivered there
b     3600 IN MX   10 x.wild
;                     ^^^^^^ error mx-no-address: b.example.com has the mail server x.wild.example.com, which has no A or AAAA record: no mail is delivered there
*.text 3600 IN TXT "x"
*.wild 3600 IN A   192.0.2.26
a.x.wild 3600 IN A 192.0.2.27
`);
});

test('a final dot that is missing', () => {
  checkFix(
    `
;- example.com.zone
@     3600 IN MX   10 mail.example.net
;                     ^^^^^^^^^^^^^^^^ error mx-no-address: "mail.example.net" has no final dot, so it means mail.example.net.example.com, which does not exist in example.com: no mail is delivered there
`,
    'Add the final dot: mail.example.net.',
    `
;- example.com.zone
@     3600 IN MX   10 mail.example.net.
`,
  );
});

test('no dot is added to a name of one label', () => {
  const workbench = check(`
;- example.com.zone
one   3600 IN MX   10 mail
;                     ^^^^ error mx-no-address: one.example.com has the mail server mail.example.com, which does not exist in example.com: no mail is delivered there
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a line that makes many, a template, and a zone with a part missing', () => {
  check(`
;- example.com.zone
$GENERATE 1-200 c$ 3600 IN MX "10 mail$"
;                             ^^^^^^^^^^ error mx-no-address: c1.example.com has the mail server mail1.example.com, which does not exist in example.com: no mail is delivered there (the first of 200 findings of this $GENERATE line)
;- example.org.zone
@     3600 IN MX   10 {{ host }}
;                     ^^^^^^^^^^ error syntax-template: "{{ host }}" stands for something that a template fills in: lines like this one are not checked
b     3600 IN MX   10 mail-@HOST@
;- example.net.zone
$INCLUDE gone.inc
;        ^^^^^^^^ error syntax-include-missing: $INCLUDE names "gone.inc", and there is no such file here
@     3600 IN MX   10 mail
`);
});

test('a policy zone', () => {
  check(`
;- example.com.zone rpz
rpz   3600 IN MX   10 mail
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
@     3600 IN MX   10 mail
;                     ^^^^ error mx-no-address: example.com has the mail server mail.example.com, which does not exist in example.com: no mail is delivered there
@     3600 IN MX   20 mail.example.net
;                     ^^^^^^^^^^^^^^^^ error mx-no-address: "mail.example.net" has no final dot, so it means mail.example.net.example.com, which does not exist in example.com: no mail is delivered there
list  3600 IN MX   0  .
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the final dot: mail.example.net. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
