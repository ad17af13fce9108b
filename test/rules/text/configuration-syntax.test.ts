import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('a brace that is not closed', () => {
  assert.deepEqual(
    served(
      { 'named.conf': 'zone "example.com" { type primary; file "example.com.zone";\n', 'example.com.zone': ZONE },
      'configuration-syntax',
    ),
    ['named.conf:1:20 error This "{" is not closed: "}" is missing'],
  );
});

test('statements that are not about zones, and comments of three kinds', () => {
  assert.deepEqual(
    served(
      { 'named.conf': `options { directory "/var/named"; }; # a\n// b\n/* c */\n${BIND}`, 'example.com.zone': ZONE },
      'configuration-syntax',
    ),
    [],
  );
});

const found = (text: string): string[] =>
  served({ 'named.conf': text, 'example.com.zone': ZONE }, 'configuration-syntax').map((line) => line.slice(11));

test('a statement that is a slip of a known one at its place', () => {
  assert.deepEqual(found('options {\n\trecusion no;\n};\n'), [
    '2:2 warning named.conf knows no statement "recusion" here: did you mean recursion?',
  ]);
  assert.deepEqual(found('zone "example.com" { type primary; fle "example.com.zone"; };\n'), [
    '1:36 warning named.conf knows no statement "fle" here: did you mean file?',
  ]);
  assert.deepEqual(found('lgging { };\n'), [
    '1:1 warning named.conf knows no statement "lgging" here: did you mean logging?',
  ]);
});

test('statements of older and newer servers, and words that are near to none', () => {
  assert.deepEqual(
    found(
      `options { files 64; max-acache-size 1M; dnssec-enable yes; brand-new 1; };\nzone "a.example" { type forward; };\n`,
    ),
    [],
  );
});

test('a type of zone that there is not', () => {
  assert.deepEqual(found('zone "example.com" { type primry; file "example.com.zone"; };\n'), [
    '1:27 error "primry" is no type of zone: did you mean primary?',
  ]);
  assert.deepEqual(found('zone "example.com" { type authoritative; file "example.com.zone"; };\n'), [
    '1:27 error "authoritative" is no type of zone: primary, secondary, hint, forward ...',
  ]);
  const types = ['master', 'slave', 'stub', 'static-stub', 'mirror', 'redirect', 'delegation-only', 'forward'];
  const text = types.map((type) => `zone "${type}.example" { type ${type}; file "example.com.zone"; };\n`).join('');
  assert.deepEqual(found(text), []);
});

test('a zone that is read from a file, and names none', () => {
  assert.deepEqual(found('zone "example.com" { type primary; };\nzone "." { type hint; };\n'), [
    '1:7 error Zone example.com has no "file" to be read from: named does not start',
    '2:7 error The root zone has no "file" to be read from: named does not start',
  ]);
  const text = [
    'type secondary; primaries { 192.0.2.1; };',
    'type primary; database "mine a";',
    'type primary; dlz "d";',
  ]
    .concat(['type primary; include "rest.conf";', 'include "rest.conf";', 'type primary; template "files";'])
    .map((body, index) => `zone "z${index}.example" { ${body} };\n`);
  assert.deepEqual(found(`template "files" { file "$name"; };\n${text.join('')}`), []);
});

test('a zone without a type, and one of a view that does not have it, as named-checkconf refuses them', () => {
  const views = (inside: string, other: string): string =>
    `view "inside" { zone "example.com" { ${inside} }; };\nview "world" { zone "example.com" { in-view "${other}"; }; };\n`;
  assert.deepEqual(found(views('file "example.com.zone";', 'inside')), [
    '1:23 error Zone example.com has no "type": named does not start',
  ]);
  const primary = 'type primary; file "example.com.zone";';
  assert.deepEqual(found(views(primary, 'inside')), []);
  assert.deepEqual(found(views(primary, 'insid')), [
    '2:22 error Zone example.com is not in the view insid that "in-view" names: named does not start',
  ]);
  assert.deepEqual(found(`include "more.conf";\n${views(primary, 'insid')}`), []);
});

test('semicolons that are missing, as named-checkconf counts them', () => {
  const text = `options {
  recursion no
  listen-on { any };
  allow-transfer { 192.0.2.1
    192.0.2.2; };
  forwarders { 192.0.2.1 port 53; 2001:db8::1; };
  allow-query { any; }
};
acl office { 192.0.2.0/24; }
logging { channel x { file "a" versions 3 }; };
zone "example.com" {
  type primary;
  file "example.com.zone"
  allow-update { none; };
}
zone "example.org" { type forward; };
plugin query "p.so" { a b };
options { listen-on
    port 53 { any; }; query-source address 192.0.2.1
    port 53; };
`;
  assert.deepEqual(
    found(text).map((line) => line.replace(' error ";" is missing after', '')),
    [
      '2:13 "no"',
      '3:15 "any"',
      '4:20 "192.0.2.1"',
      '7:22 "}"',
      '9:28 "}"',
      '10:41 "3"',
      '13:8 "example.com.zone"',
      '15:1 "}"',
    ],
  );
});
