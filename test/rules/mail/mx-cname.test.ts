import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('an alias, one by a wildcard, one by a DNAME, one in another held zone, one that leads away', () => {
  check(`
;- example.com.zone
a     3600 IN MX   10 mail
;                     ^^^^ error mx-cname: mail.example.com is an alias of host.example.com: an MX record names a host that has addresses of its own
b     3600 IN MX   10 any.wild
;                     ^^^^^^^^ error mx-cname: any.wild.example.com is an alias of host.example.com: an MX record names a host that has addresses of its own
c     3600 IN MX   10 x.d
;                     ^^^ error mx-cname: x.d.example.com lies below the DNAME of d.example.com, so it is an alias: an MX record names a host that has addresses of its own
d     3600 IN DNAME host
e     3600 IN MX   10 mail.example.org.
;                     ^^^^^^^^^^^^^^^^^ error mx-cname: mail.example.org is an alias of gone.example.org: an MX record names a host that has addresses of its own
f     3600 IN MX   10 away
;                     ^^^^ error mx-cname: away.example.com is an alias of mail.example.net: an MX record names a host that has addresses of its own
mail  3600 IN CNAME host
*.wild 3600 IN CNAME host
away  3600 IN CNAME mail.example.net.
host  3600 IN A    192.0.2.25
;- example.org.zone
mail  3600 IN CNAME gone
`);
});

test('the name behind the alias', () => {
  checkFix(
    `
;- example.com.zone
@     3600 IN MX   10 mail
;                     ^^^^ error mx-cname: mail.example.com is an alias of mx.example.com: an MX record names a host that has addresses of its own
mail  3600 IN CNAME mx
mx    3600 IN CNAME host
host  3600 IN AAAA 2001:db8::25
`,
    'Change the target from mail.example.com. to host.example.com.',
    `
;- example.com.zone
@     3600 IN MX   10 host.example.com.
mail  3600 IN CNAME mx
mx    3600 IN CNAME host
host  3600 IN AAAA 2001:db8::25
`,
  );
});

test('no change to a name without addresses', () => {
  const workbench = check(`
;- example.com.zone
@     3600 IN MX   10 mail
;                     ^^^^ error mx-cname: mail.example.com is an alias of host.example.net: an MX record names a host that has addresses of its own
mail  3600 IN CNAME host.example.net.
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a circle is said by itself, a name beside a wildcard alias is none, and of a delegated one nobody knows', () => {
  check(`
;- example.com.zone
a     3600 IN MX   10 one
b     3600 IN MX   10 host.wild
c     3600 IN MX   10 mail.cut
one   3600 IN CNAME two
;                   ^^^ error cname-loop: one.example.com leads back to itself by way of two.example.com: no look-up ends
two   3600 IN CNAME one
*.wild 3600 IN CNAME host.wild
host.wild 3600 IN A 192.0.2.25
cut   3600 IN NS   ns1.example.net.
mail.cut 3600 IN CNAME host.wild
;<-------------------------------- warning delegation-occluded: The CNAME record of mail.cut.example.com lies below the delegation of cut.example.com: nobody gets it from here, it belongs to the zone cut.example.com
`);
});

test('no change to a host that another MX record of the name leads to', () => {
  const workbench = check(`
;- example.com.zone
@     3600 IN MX   10 host
@     3600 IN MX   20 mail
;                     ^^^^ error mx-cname: mail.example.com is an alias of host.example.com: an MX record names a host that has addresses of its own
mail  3600 IN CNAME host
host  3600 IN A    192.0.2.25
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
@     3600 IN MX    10 mail
;                      ^^^^ error mx-cname: mail.example.com is an alias of host.example.com: an MX record names a host that has addresses of its own
mail  3600 IN CNAME host
host  3600 IN A     192.0.2.25
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the target from mail.example.com. to host.example.com. (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
