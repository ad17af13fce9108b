import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, offers } from '../../edits/mend.ts';
import { check, checkFix, fixTitles } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('what is found', () => {
  check(`
;- example.com.zone
@IN      60 MX 10 mail.example.net.
;<--- warning name-at-sign: "@IN" is read as the name \\@in.example.com: only an "@" alone stands for the origin, and a blank is missing behind it
www@     60 IN A  192.0.2.1
;<---- warning name-at-sign: "www@" is read as the name www\\@.example.com: only an "@" alone stands for the origin
m        60 IN MX 10 mail@example.net.
;                    ^^^^^^^^^^^^^^^^^ warning name-at-sign: "mail@example.net." is read as the name mail\\@example.net: only an "@" alone stands for the origin
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
@        60 IN MX 10 mail.example.net.
a\\@b     60 IN TXT "escaped"
m        60 IN MX 10 @
;                    ^ error mx-no-address: m.example.com has the mail server example.com, which has no A or AAAA record: no mail is delivered there
@HOST@   60 IN TXT "a template"
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
@IN      60 MX 10 mail.example.net.
;<--- warning name-at-sign: "@IN" is read as the name \\@in.example.com: only an "@" alone stands for the origin, and a blank is missing behind it
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@IN      MX 10 mail.example.net.
;<--- warning name-at-sign: "@IN" is read as the name \\@in.example.com: only an "@" alone stands for the origin, and a blank is missing behind it
`,
    'Add the blank: @ IN',
    `
;- example.com.zone
$TTL 1h
@ IN      MX 10 mail.example.net.
`,
  );
});

test('the fix where the class stands twice, or the TTL: one is enough for servers', () => {
  for (const [line, after] of [
    ['@IN IN MX 10 mail.example.net.', '@ IN MX 10 mail.example.net.'],
    ['@300 60 IN MX 10 mail.example.net.', '@ 60 IN MX 10 mail.example.net.'],
  ] as const) {
    const zone = (text: string): string => `;- example.com.zone\n$TTL 1h\n${text}\n`;
    const workbench = new Workbench(zone(line));
    const fix = offers(workbench, 'name-at-sign').find((offer) => offer.fix.title === 'Write "@" alone')?.fix;
    assert.ok(fix && !fix.safe);
    apply(workbench, fix);
    assert.equal(workbench.text('example.com.zone'), zone(after).split('\n').slice(1).join('\n'));
  }
});

test('the fix of another one', () => {
  checkFix(
    `
;- example.com.zone
a@b      60 IN TXT "x"
;<--- warning name-at-sign: "a@b" is read as the name a\\@b.example.com: only an "@" alone stands for the origin
`,
    'Write the "@" as part of the name: a\\@b',
    `
;- example.com.zone
a\\@b      60 IN TXT "x"
`,
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(`
;- example.com.zone secondary
@IN      60 MX 10 mail.example.net.
;<--- warning name-at-sign: "@IN" is read as the name \\@in.example.com: only an "@" alone stands for the origin, and a blank is missing behind it
`);
  assert.deepEqual(fixTitles(workbench, 'name-at-sign'), [
    'Add the blank: @ IN (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('the mailbox of an RP record', () => {
  checkFix(
    `
;- example.com.zone
@  60 IN RP first.last@example.com. contact
;           ^^^^^^^^^^^^^^^^^^^^^^^ warning name-at-sign: "first.last@example.com." has an @, but in an RP record a dot ends the user of a mail address: write "first\\.last.example.com."
@  60 IN RP host\\@master.example.com. contact
contact 60 IN TXT "call us"
`,
    'Change "first.last@example.com." to "first\\.last.example.com."',
    `
;- example.com.zone
@  60 IN RP first\\.last.example.com. contact
@  60 IN RP host\\@master.example.com. contact
contact 60 IN TXT "call us"
`,
  );
});

test('the mailbox of an RP record gets the final dot that its domain needs, and is left where nobody can tell', () => {
  checkFix(
    `
;- example.com.zone
@  60 IN RP ann@example.com contact
;           ^^^^^^^^^^^^^^^ warning name-at-sign: "ann@example.com" has an @, but in an RP record a dot ends the user of a mail address: write "ann.example.com."
contact 60 IN TXT "call us"
`,
    'Change "ann@example.com" to "ann.example.com."',
    `
;- example.com.zone
@  60 IN RP ann.example.com. contact
contact 60 IN TXT "call us"
`,
  );
  const text = `
;- example.com.zone
@  60 IN RP ann@example.net contact
;           ^^^^^^^^^^^^^^^ warning name-at-sign: "ann@example.net" has an @, but in an RP record a dot ends the user of a mail address: put a dot in its place
contact 60 IN TXT "call us"
`;
  check(text);
  assert.deepEqual(fixTitles(new Workbench(text)), [
    'Put a dot in the place of the @ in "ann@example.net" (refused: "example.net" has no final dot: it may mean example.net, or example.net.example.com)',
  ]);
});

test('in any label', () => {
  check(`
;- example.com.zone
www.@       60 IN A     192.0.2.1
;<----- warning name-at-sign: "www.@" is read as the name www.\\@.example.com: only an "@" alone stands for the origin
_sip._tcp.@ 60 IN SRV   0 0 5060 www.example.net.
;<----------- warning name-at-sign: "_sip._tcp.@" is read as the name _sip._tcp.\\@.example.com: only an "@" alone stands for the origin
ftp         60 IN CNAME www.@
;                       ^^^^^ warning name-at-sign: "www.@" is read as the name www.\\@.example.com: only an "@" alone stands for the origin
`);
});

test('a mail address in the place of a mail server has no fix', () => {
  const workbench = check(`
;- example.com.zone
@        60 IN MX 10 info@example.net.
;                    ^^^^^^^^^^^^^^^^^ warning name-at-sign: "info@example.net." is read as the name info\\@example.net: only an "@" alone stands for the origin
`);
  assert.deepEqual(fixTitles(workbench, 'name-at-sign'), []);
});
