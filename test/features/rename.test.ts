import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename } from '../../src/features/rename.ts';
import type { Renaming } from '../../src/features/renaming.ts';
import { finished } from '../../src/text/finished.ts';
import { type Spot, spotIn } from '../report/place-of.ts';
import type { WorkbenchOptions } from '../support/workbench.ts';

const zones = `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.1
www IN A 192.0.2.20
ftp IN CNAME www
@ IN MX 10 mail.example.net.
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 7 7200 900 1209600 3600
@ IN NS ns1.example.com.
1 IN PTR ns1.example.com.
20 IN PTR www.example.com.
`;

/** Renames the name at the cursor, and makes the edits. */
function renamed(fixture: string, text: string, options: WorkbenchOptions = {}): Spot & { renaming: Renaming } {
  const spot = spotIn(fixture, options);
  const renaming = finished(rename(spot.ctx, spot.file, spot.position, text));
  for (const { file, edits } of 'edits' in renaming ? renaming.edits : [])
    spot.workbench.store.edit(file.path, [...edits].reverse());
  spot.workbench.settle();
  return { ...spot, renaming };
}

function refusal(fixture: string, text: string): string {
  const { renaming } = renamed(fixture, text);
  return 'refused' in renaming ? renaming.refused : 'renamed';
}

const atWww = zones.replace('\nwww', '\nw<|>ww');

test('a rename raises the serial of each zone that it changes, once', () => {
  const { workbench, renaming } = renamed(atWww, 'web');
  assert.ok('edits' in renaming);
  assert.match(workbench.text('example.com.zone'), /2026112302[\s\S]*\nweb IN A 192\.0\.2\.20\nftp IN CNAME web\n/);
  assert.match(
    workbench.text('2.0.192.in-addr.arpa.zone'),
    /example\.com\. 8 [\s\S]*\n20 IN PTR web\.example\.com\.\n/,
  );
  assert.deepEqual(renaming.serialsLeft, []);
});

test('a rename leaves alone the serials of zones that it does not change', () => {
  const { workbench } = renamed(
    zones.replace('CNAME www', 'CNAME w<|>ww').replace('20 IN PTR www', '20 IN PTR x'),
    'web',
  );
  assert.match(workbench.text('example.com.zone'), /2026112302/);
  assert.match(workbench.text('2.0.192.in-addr.arpa.zone'), / 7 7200/);
});

test('a rename leaves serials alone where the setting says so', () => {
  const { workbench } = renamed(atWww, 'web', { settings: { serial: { bumpOnFix: false, onSave: 'off' } } });
  assert.match(workbench.text('example.com.zone'), /2026112301[\s\S]*\nweb IN A/);
});

test('a rename changes the terms of SPF records that name the host', () => {
  const spf =
    '@ IN TXT "v=spf1 mx:www.example.com a:WWW.example.com/28 " "a:www.example.net include:www.example.com. -all"\n';
  const { workbench } = renamed(atWww.replace('@ IN MX', `${spf}@ IN MX`), 'web');
  assert.match(
    workbench.text('example.com.zone'),
    /mx:web\.example\.com a:web\.example\.com\/28 " "a:www\.example\.net include:web\.example\.com\. -all"/,
  );
});

test('a serial that is no number is left and named', () => {
  const { renaming } = renamed(atWww.replace('2026112301', '@SERIAL@'), 'web');
  assert.ok('edits' in renaming);
  assert.deepEqual(renaming.serialsLeft, ['the serial of example.com is left as it is: @SERIAL@ is no number']);
});

test('a rename within an included file raises the serial where the SOA is', () => {
  const { workbench } = renamed(
    `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
$INCLUDE hosts.inc
;- hosts.inc
ns1 IN A 192.0.2.1
w<|>ww IN A 192.0.2.20
`,
    'web',
  );
  assert.match(workbench.text('example.com.zone'), /2026112302/);
  assert.match(workbench.text('hosts.inc'), /\nweb IN A/);
});

test('what is no name is refused, with what to write', () => {
  const long = `${'a'.repeat(60)}.`.repeat(4);
  const wanted: readonly (readonly [string, RegExp])[] = [
    ['', /^A name is missing: write one/],
    [' \t', /^A name is missing: write one/],
    ['my web', /^"my web" has a blank: a name is one word/],
    ['web;1', /^"web;1" has a ; that ends a word/],
    ['web(1', /^"web\(1" has a \( that ends a word/],
    ['a..b', /^"a\.\.b" has two dots in a row: write one/],
    ['.web', /^"\.web" begins with a dot: write it without/],
    ['x'.repeat(64), /^"x{37}\.\.\." has 64 octets: write a label of at most 63/],
    [`${long}bb`, /has more than 255 octets with its origin: write a shorter name/],
    ['web\\300', /^"web\\300" has the escape "\\300": a backslash takes three digits up to 255/],
    ['@', /^"@" stands for the origin: write a name below it/],
    ['.', /^"\." is the root of all names/],
    ['*', /^"\*" would be a wildcard/],
    ['192.0.2.7', /^"192\.0\.2\.7" is an address: write a name/],
    ['2001:db8::7', /is an address/],
    ['7.2.0.192.in-addr.arpa.', /would stand for an address/],
    ['büro', /^"büro" has letters beyond ASCII: write the form .* xn--/],
    ['a@b', /^"a@b" is no name of a host: write letters, digits and hyphens/],
    ['WWW', /^www\.example\.com is its name already/],
    [
      'web.example.com',
      /^"web\.example\.com" would be web\.example\.com\.example\.com here: write "web", or "web\.example\.com\." with/,
    ],
  ];
  for (const [text, why] of wanted) assert.match(refusal(atWww, text), why, text);
});

test('a name elsewhere is to be written whole', () => {
  const atTarget = zones.replace('mail.example.net', 'ma<|>il.example.net');
  assert.match(
    refusal(atTarget, 'mx'),
    /^"mx" would be mx\.example\.com here: write the whole name with its final dot/,
  );
  const { workbench } = renamed(atTarget, 'mx.example.net.');
  assert.match(workbench.text('example.com.zone'), /MX 10 mx\.example\.net\.\n/);
});

test('blanks around the new name are nothing, and escapes stay', () => {
  assert.match(renamed(atWww, ' web ').workbench.text('example.com.zone'), /\nweb IN A/);
  const atText = zones.replace('ftp IN CNAME www', 't<|>xt IN TXT a');
  assert.match(renamed(atText, 'a\\;b').workbench.text('example.com.zone'), /\na\\;b IN TXT a\n/);
});

test('an origin stays, and with it the names below', () => {
  const below = zones.replace('ftp IN CNAME www', '$ORIGIN www\n@ IN TXT a\na IN A 192.0.2.21\n$ORIGIN example.com.');
  const { workbench } = renamed(below.replace('\nwww', '\nw<|>ww'), 'web');
  assert.match(
    workbench.text('example.com.zone'),
    /\nweb IN A 192\.0\.2\.20\n\$ORIGIN www\nweb\.example\.com\. IN TXT a\na IN A 192\.0\.2\.21\n/,
  );
  assert.match(refusal(below.replace('ORIGIN www', 'ORIGIN w<|>ww'), 'web'), /^\$ORIGIN stands for all names below it/);
});

const mail = `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
@ IN MX 10 mail
ns1 IN A 192.0.2.1
m<|>ail IN A 192.0.2.25
_25._tcp.mail IN TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  IN TXT "goes on"
_465._tcp.mail IN CNAME _25._tcp.mail
k._domainkey.mail.example.com. IN TXT "v=DKIM1; p="
www.mail IN CNAME mail
*.mail IN A 192.0.2.26
_443._tcp.www.mail IN CNAME _25._tcp.mail.example.com.
$ORIGIN _tcp.mail
_587 IN CNAME _25
_587._tcp.web.example.com. IN CNAME _587
;- example.net.zone
$TTL 1h
@ IN SOA ns1 hostmaster 1 7200 900 1209600 3600
@ IN NS ns1.example.com.
_25._tcp.mx IN CNAME _25._tcp.mail.example.com.
`;

test('the services of a host are renamed with it, and the other names below it stay and are named', () => {
  const { workbench, renaming } = renamed(mail, 'mx');
  assert.equal(
    workbench.text('example.com.zone'),
    `$TTL 1h
@ IN SOA ns1 hostmaster 2026112302 7200 900 1209600 3600
@ IN NS ns1
@ IN MX 10 mx
ns1 IN A 192.0.2.1
mx IN A 192.0.2.25
_25._tcp.mx IN TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  IN TXT "goes on"
_465._tcp.mx IN CNAME _25._tcp.mx
k._domainkey.mx.example.com. IN TXT "v=DKIM1; p="
www.mail IN CNAME mx
*.mail IN A 192.0.2.26
_443._tcp.www.mail IN CNAME _25._tcp.mx.example.com.
$ORIGIN _tcp.mail
_587._tcp.mx.example.com. IN CNAME _25._tcp.mx.example.com.
_587._tcp.web.example.com. IN CNAME _587._tcp.mx.example.com.
`,
  );
  assert.match(workbench.text('example.net.zone'), /\n_25\._tcp\.mx IN CNAME _25\._tcp\.mx\.example\.com\.\n/);
  assert.ok('edits' in renaming);
  assert.deepEqual(renaming.namesLeft, [
    'www.mail.example.com, *.mail.example.com and _443._tcp.www.mail.example.com keep their names: below mail.example.com, but no service of it',
  ]);
});

test('a rename in one view names the files of others in which the name stays', () => {
  const soa = '$TTL 1h\n@ IN SOA ns1.example.net. hostmaster 1 7200 900 1209600 3600\n@ IN NS ns1.example.net.\n';
  const views = `
;- inside.zone view=inside origin=example.com.
${soa}w<|>ww IN A 10.0.0.20
$INCLUDE both
;- outside.zone view=outside origin=example.com.
${soa}www IN A 192.0.2.20
$INCLUDE both
;- outside.net.zone view=outside origin=example.net.
${soa}a IN CNAME www.example.com.
;- both fragment
b IN CNAME www
`;
  const { workbench, renaming } = renamed(views, 'web');
  assert.ok('edits' in renaming);
  assert.deepEqual(renaming.namesLeft, [
    'www.example.com stands in another view too, and keeps its name there: outside.zone and outside.net.zone',
  ]);
  assert.match(workbench.text('inside.zone'), /\nweb IN A 10\.0\.0\.20\n/);
  assert.match(workbench.text('outside.zone'), /\nwww IN A 192\.0\.2\.20\n/);
  const { renaming: alone } = renamed(
    views.replace('w<|>ww', 'www').replace('10.0.0.20\n', '10.0.0.20\nx<|>y A 10.0.0.2\n'),
    'z',
  );
  assert.deepEqual('edits' in alone && alone.namesLeft, []);
});

test('a rename is refused where a service can not be renamed with its host', () => {
  assert.match(
    refusal(mail.replace('\nns1 IN A', '\n_25._tcp.mx IN TXT "x"\nns1 IN A'), 'mx'),
    /^_25\._tcp\.mx\.example\.com has records already: two names would become one$/,
  );
  assert.match(
    refusal(mail.replace('\nns1 IN A', '\n$GENERATE 1-2 _$._tcp.mail IN TXT "x"\nns1 IN A'), 'mx'),
    /^_1\._tcp\.mail\.example\.com is made by \$GENERATE in /,
  );
  const zone = ';- _tcp.mail.example.com.zone\n$TTL 1h\n@ IN SOA a b 1 2h 900 2w 1h\n@ IN NS ns1.example.com.\n';
  assert.match(refusal(mail + zone, 'mx'), /^_tcp\.mail\.example\.com is the name of a zone$/);
  const long = `${'a'.repeat(60)}.`.repeat(3);
  assert.match(refusal(mail, `${long}${'b'.repeat(50)}`), /would become too long$/);
});

test('an owner in a classless reverse zone stands for an address there too', () => {
  assert.equal(
    refusal(
      `
;- 0-63.2.0.192.in-addr.arpa.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 7 7200 900 1209600 3600
2<|>0 IN PTR www.example.com.
`,
      '21',
    ),
    '"21" is no address: write one, or a network such as 198.51.100.0/24',
  );
});
