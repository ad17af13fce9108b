import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Configuration, ReadingContext } from '../../src/config/configuration.ts';
import { readConfiguration } from '../../src/config/dialect.ts';
import { serverSettings } from '../../src/config/resolve.ts';
import { configuredZones } from '../support/configurations.ts';

test('a zone with its file, both with their places', () => {
  const text = 'zone "Example.COM" IN { type master; file "db.example.com"; };';
  const [zone] = zonesOf(text);
  assert.equal(zone?.name, 'example.com.');
  assert.equal(cut(text, zone?.nameRange), 'Example.COM');
  assert.equal(zone?.file, 'db.example.com');
  assert.equal(cut(text, zone?.fileRange), 'db.example.com');
  assert.equal(cut(text, zone?.range), text);
  assert.deepEqual([zone?.role, zone?.class, zone?.dialect], ['primary', 'IN', 'bind']);
});

test('comments in all three styles, also inside a word', () => {
  const text = `
    // zone "a.example" { type primary; };
    # zone "b.example" { type primary; };
    /* zone "c.example" {
       type primary; }; */
    zone d.example# comment
    { type/* here too */primary; file "d"; };`;
  assert.deepEqual(names(text), ['d.example.']);
});

test('strings keep back-slashes, braces and comment signs; only a quotation mark is escaped', () => {
  const text = 'zone "a.example" { type primary; file "C:\\\\dns\\etc//a \\"b\\" {#}.db"; };';
  assert.equal(zonesOf(text)[0]?.file, 'C:\\\\dns\\etc//a "b" {#}.db');
  assert.deepEqual(faults(text), []);
});

test('a string may go over lines, as keys and queries do', () => {
  const query = 'dlz "d" { database "mysql\n  {host=h}\n  {SELECT 1}"; };\nzone "a.example" { type primary; };';
  assert.deepEqual([names(query), faults(query)], [['a.example.'], []]);
  const text = 'trust-anchors { . initial-key 257 3 8 "AwEAAa\n  BBBB==\n"; };\nzone "a.example" { type primary; };';
  assert.deepEqual(names(text), ['a.example.']);
  assert.deepEqual(faults(text), []);
});

test('roles', () => {
  const roles = (type: string) => zonesOf(`zone "a" { type ${type}; file "f"; };`)[0]?.role;
  for (const type of ['primary', 'master', 'PRIMARY']) assert.equal(roles(type), 'primary');
  for (const type of ['secondary', 'slave', 'mirror', 'stub']) assert.equal(roles(type), 'secondary');
  assert.equal(roles('hint'), 'hint');
  assert.equal(roles('forward'), 'forward');
  for (const type of ['static-stub', 'redirect', 'delegation-only']) assert.equal(roles(type), 'other');
});

test('zones of views carry the view and its class', () => {
  const text = `
    view "inside" { match-clients { 10.0.0.0/8; }; zone "example.com" { type primary; file "in"; }; };
    view outside CH { zone "example.com" { type primary; file "out"; }; zone "x" { in-view "inside"; }; };`;
  const zones = zonesOf(text);
  assert.deepEqual(
    zones.map((zone) => [zone.view, zone.class, zone.file, zone.inView]),
    [
      ['inside', 'IN', 'in', undefined],
      ['outside', 'CH', 'out', undefined],
      ['outside', 'CH', undefined, 'inside'],
    ],
  );
  assert.deepEqual(
    readConfiguration('bind', text).views.map((view) => cut(text, view.range)),
    ['inside', 'outside'],
  );
});

test('a file that is included in a view belongs to it', () => {
  const [zone] = zonesOf('zone "a.example" { type primary; file "a"; };', { view: 'inside' });
  assert.equal(zone?.view, 'inside');
});

test('includes and the directory', () => {
  const text = 'include "/etc/bind/*.conf"; options { directory "/var/cache/bind"; }; view "v" { include "v.zones"; };';
  const configuration = readConfiguration('bind', text);
  assert.deepEqual(
    configuration.includes.map(({ pattern, range, view }) => [pattern, cut(text, range), view]),
    [
      ['/etc/bind/*.conf', '/etc/bind/*.conf', undefined],
      ['v.zones', 'v.zones', 'v'],
    ],
  );
  assert.equal(configuration.directory?.text, '/var/cache/bind');
  assert.equal(cut(text, configuration.directory?.range), '/var/cache/bind');
});

test('dynamic zones: updates allowed in the zone, the view or the options', () => {
  const dynamic = (body: string, around = '') =>
    zonesOf(`${around}zone "a" { type primary; file "f"; ${body} };`)[0]?.dynamic;
  assert.equal(dynamic(''), false);
  assert.equal(dynamic('allow-update { none; };'), false);
  assert.equal(dynamic('allow-update { };'), false);
  assert.equal(dynamic('allow-update { key "k"; };'), true);
  assert.equal(dynamic('update-policy local;'), true);
  assert.equal(dynamic('update-policy { grant k zonesub ANY; };'), true);
  assert.equal(dynamic('', 'options { allow-update { 192.0.2.1; }; };'), true);
  assert.equal(dynamic('allow-update { none; };', 'options { allow-update { 192.0.2.1; }; };'), false);
  assert.equal(zonesOf('zone "a" { type secondary; file "f"; allow-update { any; }; };')[0]?.dynamic, false);
});

test('signed zones: beside the file, or in it', () => {
  const signed = (body: string) => {
    const [zone] = zonesOf(`zone "a" { type primary; file "f"; ${body} };`);
    return [zone?.signed, zone?.inlineSigning, zone?.dynamic];
  };
  assert.deepEqual(signed(''), [false, false, false]);
  assert.deepEqual(signed('dnssec-policy none;'), [false, false, false]);
  assert.deepEqual(signed('dnssec-policy default;'), [true, true, false]);
  assert.deepEqual(signed('dnssec-policy default; inline-signing no;'), [true, false, true]);
  assert.deepEqual(signed('auto-dnssec maintain;'), [true, false, true]);
  assert.deepEqual(signed('auto-dnssec maintain; inline-signing yes;'), [true, true, false]);
});

test('response policy and catalog zones, in the options or in a view', () => {
  const text = `
    options { response-policy { zone "rpz.example" policy given; zone other.example; } break-dnssec yes;
              catalog-zones { zone "catalog.example" default-primaries { 192.0.2.1; } in-memory no; }; };
    zone "rpz.example" { type primary; file "a"; };
    zone "catalog.example" { type secondary; file "b"; };
    zone "plain.example" { type primary; file "c"; };`;
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.responsePolicy, zone.catalog]),
    [
      [true, false],
      [false, true],
      [false, false],
    ],
  );
  const inView =
    'view v { response-policy { zone "r"; }; zone "r" { type primary; }; }; view w { zone "r" { type primary; }; };';
  assert.deepEqual(
    zonesOf(inView).map((zone) => zone.responsePolicy),
    [true, false],
  );
});

test('templates of newer servers', () => {
  const text = 'template "t" { type primary; file "$view/$name.db"; };\nzone "Example.Com" { template "t"; };';
  const [zone] = zonesOf(text);
  assert.deepEqual([zone?.role, zone?.file, zone?.fileRange], ['primary', '_default/example.com.db', undefined]);
});

test('statements that are not known are skipped by their braces', () => {
  const text = `
    logging { channel "c" { file "/var/log/named.log" versions 3 size 5m; severity info; }; category default { "c"; }; };
    controls { inet 127.0.0.1 allow { localhost; } keys { "k"; }; };
    plugin query "filter.so" { anything { goes } here; };
    zone "a.example" { type primary; file "a"; allow-transfer port 853 transport tls { 192.0.2.1; key k; }; notify explicit; };`;
  assert.deepEqual(names(text), ['a.example.']);
  assert.equal(zonesOf(text)[0]?.file, 'a');
  assert.deepEqual(faults(text), []);
});

test('a missing semicolon: the fault is where it belongs, and everything is read', () => {
  assertFaults(
    'zone "a" { type primary file "x"; };\nzone "b" { type primary; };',
    'primary',
    '";" is missing after "primary"',
  );
  assertFaults('zone "a" { type primary; file "x" };\nzone "b" { type primary; };', '"x"', '";" is missing after "x"');
  assertFaults('zone "a" { type primary; }\nzone "b" { type primary; };', '}', '";" is missing after "}"');
  assertFaults('include "i"\nzone "a" { type primary; }; zone "b" { };', '"i"', '";" is missing after "i"');
  const afterUnknown = 'zone "a" { allow-transfer { none; }\n  file "x"; };\nzone "b" { type primary; };';
  assertFaults(afterUnknown, '}', '";" is missing after "}"');
  assert.equal(zonesOf(afterUnknown)[0]?.file, 'x');
});

test('a missing brace costs one zone at most', () => {
  const unclosed = 'This "{" is not closed: "}" is missing';
  const cases: [string, string][] = [
    ['zone "a" { type primary; file "x";\nzone "b" { type primary; };', '{'],
    ['zone "a" { type primary; file "x"; zone "b" { type primary; };', '{'],
    ['zone "a" { }; zone "b" { type primary; file "x";', '{'],
    ['acl inside { 10.0.0.0/8;\nzone "a" { }; zone "b" { };', '{'],
    ['options { directory "/d";\nzone "a" { }; zone "b" { };', '{'],
    ['view "v" { zone "a" { };\nview "w" { zone "b" { }; };', '{'],
  ];
  for (const [text, at] of cases) {
    assertFaults(text, at, unclosed);
  }
  assertFaults('zone "a" type primary; };\nzone "b" { type primary; };', '"a"', '"{" is missing after "a"');
});

test('the end of a block whose beginning is missing is no second mistake', () => {
  const rest = 'zone "a" { type primary; };\nzone "b" { type primary; };';
  assertFaults(`options directory "/d"; };\n${rest}`, 'options', '"{" is missing after "options"');
  assertFaults(`options directory "/d"; recursion no; };\n${rest}`, 'options', '"{" is missing after "options"');
  const closing = 'This "}" closes nothing';
  assert.deepEqual(faults(`options directory "/d"; };\n}; ${rest}`), ['"{" is missing after "options"', closing]);
  assert.deepEqual(faults('zone "a" type primary; };\n};\nzone "b" { };'), ['"{" is missing after "a"', closing]);
});

test('the semicolon behind the end of a block that is missing is no second mistake', () => {
  const unclosed = 'This "{" is not closed: "}" is missing';
  const ending = 'This ";" ends no statement';
  assertFaults('options { directory "/d"; ;\nzone "a" { };\nzone "b" { };', '{', unclosed);
  assertFaults('zone "a" { type primary; file "x"; ;\nzone "b" { };', '{', unclosed);
  assert.deepEqual(faults('options { recursion no; ;;\nzone "a" { };'), [ending, unclosed]);
  assert.deepEqual(faults(';\noptions { recursion no; ;\nzone "a" { };'), [ending, unclosed]);
});

test('a brace or a semicolon too many', () => {
  assertFaults('zone "a" { type primary; }; };\nzone "b" { type primary; };', '}', 'This "}" closes nothing');
  assertFaults('zone "a" { type primary;; };\nzone "b" { };', ';', 'This ";" ends no statement');
});

test('an open quotation mark costs its line at most', () => {
  const text = 'zone "a" {\n  type primary;\n  file "db.a;\n};\nzone "b" { type primary; file "db.b"; };';
  assertFaults(text, '"db.a', 'This quotation mark is not closed on its line');
  assert.deepEqual(
    zonesOf(text).map((zone) => zone.file),
    ['db.a', 'db.b'],
  );
});

test('a lost quotation mark is one fault, and all zones are read', () => {
  const open = 'This quotation mark is not closed on its line';
  const closing = 'This quotation mark closes nothing: none is open here';
  const cases: readonly (readonly [text: string, at: string, message: string])[] = [
    ['zone "a" { type primary; file "db.a; };', '"db.a', open],
    ['zone "a" { type primary; file "db.a; }; // the first', '"db.a', open],
    ['zone "a" { type primary; file "db.a; allow-transfer { "acl"; }; };', '"db.a', open],
    ['zone "a" {\r\n\ttype primary;\r\n\tfile "db.a;\r\n};', '"db.a', open],
    ['zone "a { type primary; file "db.a"; };', '"a', open],
    ['zone "a {\n  type primary;\n  file "db.a";\n};', '"a', open],
    ['zone "a" { type primary; file db.a"; };', '"', closing],
    ['zone a" { type primary; file "db.a"; };', '"', closing],
    ['zone a" {\n  type primary;\n  file "db.a";\n};', '"', closing],
  ];
  for (const [text, at, message] of cases) {
    for (const rest of [
      '\nzone "b" { type primary; file "db.b"; };',
      '\nzone b {\n  type primary;\n  file "db.b";\n};\n',
    ]) {
      assertFaults(text + rest, at, message);
      assert.deepEqual(
        zonesOf(text + rest).map(({ name, file }) => [name, file]),
        [
          ['a.', 'db.a'],
          ['b.', 'db.b'],
        ],
        text,
      );
    }
  }
  const query = 'dlz "d" { database "mysql {\n  host=h}\n  {SELECT 1}"; };\nzone "a" { type primary; };';
  assert.deepEqual(faults(query), []);
  assert.deepEqual(faults('options { version "none; of it"; server-id "a{b}"; };'), []);
});

test('an open comment costs its line', () => {
  assertFaults('zone "a" { };\n/* zone "x"\nzone "b" { };', '/*', 'This comment is not closed: "*/" is missing');
});

test('a name that is none', () => {
  const text = 'zone "a..b" { type primary; }; zone "" { }; zone "a" { }; zone "b" { };';
  assert.deepEqual(names(text), ['a.', 'b.']);
  assert.deepEqual(faults(text), ['"a..b" is not a domain name', '"" is not a domain name']);
});

function assertFaults(text: string, at: string, message: string): void {
  const configuration = readConfiguration('bind', text);
  assert.deepEqual(
    configuration.faults.map((fault) => [cut(text, fault), fault.message]),
    [[at, message]],
    text,
  );
  assert.deepEqual(
    configuration.zones.map((zone) => zone.name),
    ['a.', 'b.'],
    text,
  );
}

function faults(text: string): string[] {
  return readConfiguration('bind', text).faults.map((fault) => fault.message);
}

function names(text: string): string[] {
  return readConfiguration('bind', text).zones.map((zone) => zone.name);
}

function zonesOf(text: string, context: ReadingContext = {}) {
  return resolved(readConfiguration('bind', text, context));
}

function resolved(configuration: Configuration) {
  return configuredZones(configuration, serverSettings('bind', [configuration]));
}

function cut(text: string, range: { start: number; end: number } | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}
