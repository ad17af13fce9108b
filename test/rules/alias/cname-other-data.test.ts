import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mends, offers, titles } from '../../edits/mend.ts';
import { check } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('before and behind', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN A     192.0.2.1
;       ^ error cname-other-data: a.example.com is an alias of x.example.com and has A, TXT records too: an alias has no other records
a 60 IN TXT   "t"
b 60 IN MX    10 x.example.net.
b 60 IN CNAME x
;       ^^^^^ error cname-other-data: b.example.com is an alias of x.example.com and has MX records too: an alias has no other records
`);
});

test('the records of DNSSEC', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN NSEC  b CNAME RRSIG NSEC
a 60 IN RRSIG CNAME 8 3 60 20300101000000 20200101000000 1 example.com. AAAA
a 60 IN KEY   512 3 8 AwEAAQ==
;       ^^^ warning cname-other-data: a.example.com is an alias and has a KEY record too: BIND 9.20 takes that, NSD and Knot refuse the zone
`);
});

test('a record that can not be read, and one of the child zone', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN A     192.0.2
;             ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
sub 60 IN CNAME x
;- sub.example.com.zone
@ 60 IN A 192.0.2.7
`);
});

const ZONE = `;- example.com.zone
$TTL 1h
@ IN SOA ns1.example.net. hostmaster 2026112301 7200 900 1209600 3600
a IN CNAME x
  IN A     192.0.2.1 ; zonewright-disable-line ptr-missing
  IN TXT   "t"
  IN NSEC  b CNAME RRSIG NSEC
b IN MX    10 x
b IN CNAME x
`;
const SERIAL = ' (serial 2026112302)';

test('the alias can be deleted, or what stands beside it; neither is done unseen', () => {
  assert.deepEqual(titles(ZONE, 'cname-other-data'), [
    `Delete "a IN CNAME x" from example.com${SERIAL}`,
    `Delete the A and TXT records of a.example.com${SERIAL}`,
    `Delete "b IN CNAME x" from example.com${SERIAL}`,
    `Delete "b IN MX 10 x" from example.com${SERIAL}`,
  ]);
  for (const { fix } of offers(new Workbench(ZONE), 'cname-other-data')) {
    assert.equal(fix.safe, false);
    assert.equal(fix.preferred, undefined);
  }
});

test('the lines below keep their owner', () => {
  const single = ZONE.replace(/^b.*\n/gm, '');
  const after = single.replace(/^;-.*\n/, '').replace('2026112301', '2026112302');
  mends(single, `Delete "a IN CNAME x" from example.com${SERIAL}`, {
    'example.com.zone': after.replace('a IN CNAME x\n  IN A', 'a IN A'),
  });
  mends(single, `Delete the A and TXT records of a.example.com${SERIAL}`, {
    'example.com.zone': after.replace(/ {2}IN (?:A|TXT) .*\n/g, ''),
  });
});

test('a KEY record beside an alias: either may go', () => {
  const text = ZONE.replace(/ {2}IN (?:A|TXT) .*\n|^b.*\n/gm, '').replace(
    'NSEC  b CNAME RRSIG NSEC',
    'KEY 512 3 8 AwEAAQ==',
  );
  assert.deepEqual(titles(text, 'cname-other-data'), [
    `Delete "a IN CNAME x" from example.com${SERIAL}`,
    `Delete "a.example.com. IN KEY 512 3 8 AwEAAQ==" from example.com${SERIAL}`,
  ]);
});

test('a record that $GENERATE makes is cut out of its range', () => {
  const text = `;- example.com.zone
$TTL 1h
@ IN SOA ns1.example.net. hostmaster 2026112301 7200 900 1209600 3600
$GENERATE 1-3 h$ A 192.0.2.$
h2 IN CNAME x
`;
  assert.deepEqual(titles(text, 'cname-other-data'), [
    `Delete "h2 IN CNAME x" from example.com${SERIAL}`,
    `Delete "h2.example.com. A 192.0.2.2" from example.com${SERIAL}`,
  ]);
});

test('no file is written to that others write', () => {
  for (const refused of titles(ZONE.replace('$TTL', '; do not edit\n$TTL'), 'cname-other-data'))
    assert.match(refused, /\(refused: example\.com\.zone says "do not edit"/);
});

const MAIL = `;- example.com.zone
$TTL 1h
@ IN SOA ns1.example.net. hostmaster 2026112301 7200 900 1209600 3600
web   IN A     192.0.2.10
      IN AAAA  2001:db8::10
mail  300 IN MX    10 mx.example.net.
      300 IN CNAME web ; the web server
      300 IN TXT   "v=spf1 mx -all"
`;
const REPLACE = `Replace the alias of mail.example.com by the addresses of web.example.com: 192.0.2.10, 2001:db8::10${SERIAL}`;

test('beside mail records the alias gives way to the addresses of its target', () => {
  const after = MAIL.replace(/^;-.*\n/, '').replace('2026112301', '2026112302');
  mends(MAIL, REPLACE, {
    'example.com.zone': after.replace(
      'CNAME web ; the web server\n',
      'A 192.0.2.10 ; the web server\n      300 IN AAAA 2001:db8::10\n',
    ),
  });
  assert.deepEqual(titles(MAIL, 'cname-other-data')[0], REPLACE);
  const columns = MAIL.replace('300 IN CNAME web ; the', '300 IN cname  web ; the').replace(/.*AAAA.*\n/, '');
  const title = REPLACE.replace(', 2001:db8::10', '');
  mends(columns, title, {
    'example.com.zone': columns
      .replace(/^;-.*\n/, '')
      .replace('2026112301', '2026112302')
      .replace('cname  web', 'a      192.0.2.10'),
  });
});

test('not where nobody knows all of them, or the name has some', () => {
  for (const text of [
    MAIL.replace('CNAME web', 'CNAME web.example.net.'),
    MAIL.replace('CNAME web', 'CNAME nobody'),
    MAIL.replace('MX    10 mx.example.net.', 'TXT   "t"'),
    `${MAIL}mail  300 IN A 192.0.2.11\n`,
    `${MAIL}mail  300 IN CNAME www\n`,
    MAIL.replace('IN AAAA  2001:db8::10', 'IN AAAA  2001:db8::x'),
  ])
    assert.ok(!titles(text, 'cname-other-data').some((title) => title.startsWith('Replace')), text);
});

test('not where another view that reads the file answers with other addresses', () => {
  const views = (inside: string): string => `;- named.conf
view "in" {
  zone "example.com" { type primary; file "example.com.zone"; };
  zone "web.example.com" { type primary; file "in.zone"; };
};
view "out" {
  zone "example.com" { type primary; file "example.com.zone"; };
  zone "web.example.com" { type primary; file "out.zone"; };
};
${MAIL.replace('CNAME web ', 'CNAME host.web ').replace(/^web.*\n.*AAAA.*\n/m, 'web IN NS ns1.example.net.\n')};- in.zone
@ 60 IN SOA ns1.example.net. hostmaster 1 7200 900 1209600 3600
@ 60 IN NS ns1.example.net.
host 60 IN A ${inside}
;- out.zone
@ 60 IN SOA ns1.example.net. hostmaster 1 7200 900 1209600 3600
@ 60 IN NS ns1.example.net.
host 60 IN A 192.0.2.10
`;
  const isOffered = (text: string): boolean =>
    titles(text, 'cname-other-data').some((title) => title.startsWith('Replace'));
  assert.ok(isOffered(views('192.0.2.10')));
  assert.ok(!isOffered(views('198.51.100.10')));
});
