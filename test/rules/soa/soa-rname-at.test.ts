import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

test('an address of mail in the place of the mailbox', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster@example.com. 1 1d 2h 4w 1h
;                              ^^^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "hostmaster@example.com." has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "hostmaster.example.com."
@ 3600 IN NS ns1.example.net.
`);
});

test('an escaped @, the origin, a mailbox with a dot, and what a template puts in', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. host\\@master.example.com. 1 1d 2h 4w 1h
@ 3600 IN NS ns1.example.net.
;- example.net.zone
@ 3600 IN SOA ns1 @ 1 1d 2h 4w 1h
@ 3600 IN NS ns1
ns1 3600 IN A 192.0.2.1
;- example.org.zone
@ 3600 IN SOA ns1.example.net. {{user}}@example.org. 1 1d 2h 4w 1h
@ 3600 IN NS ns1.example.net.
`);
});

test('in an included file, and in another zone than that of the mailbox', () => {
  check(`
;- example.com.zone
$INCLUDE head
@ 3600 IN NS ns1.example.net.
;- head
@ 3600 IN SOA ns1.example.net. hostmaster@example.org. 1 1d 2h 4w 1h
;                              ^^^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "hostmaster@example.org." has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "hostmaster.example.org."
`);
});

test('an SOA below the apex is told as that; a server that repeats the origin is told beside the mailbox', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.com hostmaster@example.com 1 1d 2h 4w 1h
;             ^^^^^^^^^^^^^^^ warning target-repeats-origin: "ns1.example.com" has no final dot, so it means ns1.example.com.example.com
;                             ^^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "hostmaster@example.com" has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "hostmaster.example.com."
@ 3600 IN NS ns1.example.com.
ns1 3600 IN A 192.0.2.1
sub 3600 IN SOA ns1.example.com. hostmaster@example.com. 1 1d 2h 4w 1h
;<--- error soa-not-apex: The SOA of sub.example.com stands in the zone example.com: an SOA belongs to the apex, example.com
`);
});

test('the fix: a dot for the @, dots of the user escaped, the serial raised', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. john.doe@example.com. 2020010100 1d 2h 4w 1h ; host@master
;                              ^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "john.doe@example.com." has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "john\\.doe.example.com."
@ 3600 IN NS ns1.example.net.
`,
    'Change the mailbox of the SOA from "john.doe@example.com." to "john\\.doe.example.com." (serial 2026112300)',
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. john\\.doe.example.com. 2026112300 1d 2h 4w 1h ; host@master
@ 3600 IN NS ns1.example.net.
`,
  );
});

test('the fix leaves what is escaped already', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. j\\.x\\046y.doe@example.org. 1 1d 2h 4w 1h
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "j\\.x\\046y.doe@example.org." has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "j\\.x\\046y\\.doe.example.org."
@ 3600 IN NS ns1.example.net.
`,
    'Change the mailbox of the SOA from "j\\.x\\046y.doe@example.org." to "j\\.x\\046y\\.doe.example.org." (serial 2)',
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. j\\.x\\046y\\.doe.example.org. 2 1d 2h 4w 1h
@ 3600 IN NS ns1.example.net.
`,
  );
});

test('the fix adds the final dot where the domain is there only with it', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster@example.com 1 1d 2h 4w 1h
;                              ^^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "hostmaster@example.com" has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "hostmaster.example.com."
@ 3600 IN NS ns1.example.net.
`,
    'Change the mailbox of the SOA from "hostmaster@example.com" to "hostmaster.example.com." (serial 2)',
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster.example.com. 2 1d 2h 4w 1h
@ 3600 IN NS ns1.example.net.
`,
  );
});

test('the fix adds none where the domain is there only without it', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster@mail 1 1d 2h 4w 1h
;                              ^^^^^^^^^^^^^^^ warning soa-rname-at: "hostmaster@mail" has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "hostmaster.mail"
@ 3600 IN NS ns1.example.net.
mail 3600 IN MX 10 mx.example.net.
`,
    'Change the mailbox of the SOA from "hostmaster@mail" to "hostmaster.mail" (serial 2)',
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster.mail 2 1d 2h 4w 1h
@ 3600 IN NS ns1.example.net.
mail 3600 IN MX 10 mx.example.net.
`,
  );
});

const refusals: readonly (readonly [string, string])[] = [
  ['a@b@example.com.', 'it has more than one @, so nobody can tell where the user ends'],
  ['@example.com.', '"" before the @ is no user of a mail address'],
  ['hostmaster.@.example.com.', '"hostmaster." before the @ is no user of a mail address'],
  ['hostmaster@', 'no domain stands behind the @'],
  ['hostmaster@.', 'no domain stands behind the @'],
  ['hostmaster@example.org', '"example.org" has no final dot: it may mean example.org, or example.org.example.com'],
  [
    `${'a'.repeat(40)}.${'b'.repeat(40)}@example.com.`,
    `"${'a'.repeat(40)}\\.${'b'.repeat(40)}.example.com." is no domain name`,
  ],
];

test('the fix is refused where nobody can tell what was meant', () => {
  for (const [mailbox, refused] of refusals) {
    const workbench = new Workbench(
      parseFixture(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. ${mailbox} 1 1d 2h 4w 1h
@ 3600 IN NS ns1.example.net.
`),
    );
    assert.deepEqual(fixTitles(workbench, 'soa-rname-at'), [
      `Put a dot in the place of the @ in "${mailbox}" (refused: ${refused})`,
    ]);
  }
});

test('the fix is refused in a zone that a primary overwrites', () => {
  const workbench = check(`
;- example.com.zone secondary
@ 3600 IN SOA ns1.example.net. hostmaster@example.com. 1 1d 2h 4w 1h
;                              ^^^^^^^^^^^^^^^^^^^^^^^ warning soa-rname-at: "hostmaster@example.com." has an @, but in an SOA a dot ends the user: mail about example.com reaches nobody; write "hostmaster.example.com."
@ 3600 IN NS ns1.example.net.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the mailbox of the SOA from "hostmaster@example.com." to "hostmaster.example.com." (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
