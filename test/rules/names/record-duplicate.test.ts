import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

test('in other spellings', () => {
  check(`
;- example.com.zone
a    60 IN A   192.0.2.1
a    30 IN A   192.0.2.1
;<------------------------ warning record-duplicate: a.example.com has this A record already
m    60 IN MX  10 a
m    60 IN MX  010 A.example.com.
;<--------------------------------- warning record-duplicate: m.example.com has this MX record already
t    60 IN TXT a b
t    60 IN TXT "a" "b"
;<---------------------- warning record-duplicate: t.example.com has this TXT record already
`);
});

test('what differs', () => {
  check(`
;- example.com.zone
a    60 IN A   192.0.2.1
a    60 IN A   192.0.2.2
t    60 IN TXT "a b"
t    60 IN TXT "A b"
t    60 IN TXT "a" "b"
m    60 IN MX  10 a
m    60 IN MX  20 a
;<------------------- information mx-duplicate-target: a.example.com is named with preference 10 already: no sender comes to this record
`);
});

test('parent and child, generated ones, and a file included twice', () => {
  check(`
;- example.com.zone
sub  60 IN NS  ns1.example.net.
$GENERATE 1-3 h$ A 192.0.2.$
$GENERATE 2-4 h$ A 192.0.2.$
h1   60 IN A   192.0.2.1
;<------------------------ warning record-duplicate: h1.example.com has this A record already
$INCLUDE part
$INCLUDE part
;- part fragment
p    60 IN A   192.0.2.9
;- sub.example.com.zone
@    60 IN NS  ns1.example.net.
`);
});

test('the SOA record that ends the output of a zone transfer', () => {
  check(`
;- example.com.zone
example.com.   60 IN SOA ns1.example.net. h.example.com. 5 1 1 1 1
example.com.   60 IN NS  ns1.example.net.
a.example.com. 60 IN A   192.0.2.1
example.com.   60 IN SOA ns1.example.net. h.example.com. 5 1 1 1 1
`);
});

test('an SOA record twice, with records of its name behind it', () => {
  check(`
;- example.com.zone
example.com. 60 IN SOA ns1.example.net. h.example.com. 5 1 1 1 1
example.com. 60 IN SOA ns1.example.net. h.example.com. 5 1 1 1 1
;<---------------------------------------------------------------- warning record-duplicate: example.com has this SOA record already
example.com. 60 IN NS  ns1.example.net.
`);
});

test('of a record that stands there thousands of times a thousand lines are told, and the number of the others', () => {
  const workbench = new Workbench(parseFixture(`;- example.com.zone\n${'a 60 A 192.0.2.1\n'.repeat(1503)}`));
  const found = workbench.shown().filter(({ rule }) => rule === 'record-duplicate');
  assert.equal(found.length, 1000);
  assert.deepEqual(
    [found[0], found[999]].map((finding) => [finding?.range.start.line, finding?.message]),
    [
      [1, 'a.example.com has this A record already'],
      [1000, 'a.example.com has this A record already; 502 more lines repeat one'],
    ],
  );
});

test('only the line of the title goes: what stands above has the same owner, whatever is below', () => {
  checkFix(
    `
;- example.com.zone
$TTL 60
ns1  IN A   192.0.2.1
     IN A   192.0.2.2
ns1  IN A   192.0.2.1
;<--------------------- warning record-duplicate: ns1.example.com has this A record already
  ftp A 192.0.2.3
; ^^^ error syntax-type: The line begins with a blank, so it takes over the owner above, ns1.example.com, and "ftp" is read as a record type
     IN TXT "of ns1"
`,
    /^Delete "ns1 IN A 192\.0\.2\.1" from example\.com/,
    `
;- example.com.zone
$TTL 60
ns1  IN A   192.0.2.1
     IN A   192.0.2.2
  ftp A 192.0.2.3
; ^^^ error syntax-type: The line begins with a blank, so it takes over the owner above, ns1.example.com, and "ftp" is read as a record type
     IN TXT "of ns1"
`,
  );
});

test('where another owner stands above, the line below gets the owner, unless nobody can read that line', () => {
  const fixture = (line: string): string => `
;- example.com.zone
$TTL 60
ns1  IN A   192.0.2.1
www  IN A   192.0.2.4
ns1  IN A   192.0.2.1
${line}
`;
  const readable = new Workbench(fixture('     IN TXT "of ns1"'));
  assert.deepEqual(fixTitles(readable), ['Delete "ns1 IN A 192.0.2.1" from example.com']);
  assert.deepEqual(fixTitles(new Workbench(fixture('  ftp A 192.0.2.3'))).slice(0, 1), [
    `Delete "ns1 IN A 192.0.2.1" from example.com (refused: the line below takes its owner from this record and can't be read: fix that line first)`,
  ]);
});

test('rows that stand for what a template fills in are no duplicates', () => {
  check(`
;- example.com.zone
<host> 60 IN A 192.0.2.1
<host> 60 IN A 192.0.2.1
%NAME% 60 IN A 192.0.2.1
%NAME% 60 IN A 192.0.2.1
`);
});
