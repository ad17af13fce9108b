import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationDialect } from '../../src/config/dialect.ts';
import type { ZoneMap } from '../../src/config/map.ts';
import { PathIndex } from '../../src/config/path-index.ts';
import { mapZones } from '../support/configurations.ts';

test('one server over several files: directory, views and includes reach over them', () => {
  const map = mapOf({
    'etc/named.conf':
      'include "/etc/options.conf"; view "in" { include "/etc/zones.d/*.conf"; };\nview "out" { include "/etc/zones.d/b.conf"; };',
    'etc/options.conf': 'options { directory "/var/named"; allow-update { key k; }; };',
    'etc/zones.d/a.conf': 'zone "a.example" { type primary; file "a.zone"; };',
    'etc/zones.d/b.conf': 'zone "b.example" { type primary; file "b.zone"; };',
    'var/named/a.zone': '',
    'var/named/b.zone': '',
  });
  assert.deepEqual(rows(map), [
    'in a.example. etc/zones.d/a.conf var/named/a.zone',
    'in b.example. etc/zones.d/b.conf var/named/b.zone',
    'out b.example. etc/zones.d/b.conf var/named/b.zone',
  ]);
  assert.ok(map.zones.every((mapped) => mapped.zone.dynamic && mapped.server === 'etc/named.conf'));
  assert.equal(map.servers.length, 1);
  assert.deepEqual(map.problems, []);
});

test('parts whose main file is not there are one server a folder', () => {
  const map = mapOf({
    'bind/named.conf.options': 'options { directory "/zones"; };',
    'bind/named.conf.local': 'zone "a.example" { type primary; file "a"; };',
    'zones/a': '',
    'nsd/nsd.conf': 'zone: name: a.example zonefile: "a"',
    'nsd/a': '',
  });
  assert.deepEqual(rows(map), ['- a.example. nsd/nsd.conf nsd/a', '- a.example. bind/named.conf.local zones/a']);
  assert.deepEqual(
    map.servers.map((server) => server.dialect),
    ['nsd', 'bind'],
  );
  assert.deepEqual(map.problems, []);
});

test('parts in one folder that declare the same zones are different servers', () => {
  const zones = (type: string): string =>
    `zone "a.example" { type ${type}; file "${type}/a"; };\nzone "b.example" { type ${type}; file "${type}/b"; };\n`;
  const map = mapOf({
    'bind/named.conf.primary': zones('primary'),
    'bind/named.conf.secondary': zones('secondary'),
    'bind/named.conf.default-zones': 'zone "localhost" { type primary; file "db.local"; };',
    'primary/a': '',
    'primary/b': '',
    'secondary/a': '',
  });
  assert.deepEqual(
    map.servers.map(({ files }) => files.map(({ path }) => path)),
    [['bind/named.conf.primary', 'bind/named.conf.default-zones'], ['bind/named.conf.secondary']],
  );
  assert.deepEqual(map.problems, []);
});

test('an include that leads back is cut, with the chain', () => {
  const map = mapOf({
    'named.conf': 'include "a.conf"; zone "a.example" { type forward; };',
    'a.conf': 'include "named.conf"; include "a.conf"; zone "b.example" { type forward; };',
  });
  assert.deepEqual(
    map.problems.map((problem) => [problem.kind, problem.path, problem.message]),
    [
      ['include-loop', 'a.conf', 'This file includes itself: named.conf → a.conf → named.conf'],
      ['include-loop', 'a.conf', 'This file includes itself: a.conf → a.conf'],
    ],
  );
  assert.equal(map.zones.length, 2);
});

test('a tower of includes that double ends', () => {
  const files: Record<string, string> = { 'named.conf': 'include "f0.conf";' };
  for (let level = 0; level < 40; level++) {
    const next = `include "f${level + 1}.conf";`;
    files[`f${level}.conf`] = `${next} view "v${level}" { ${next} };`;
  }
  files['f40.conf'] = 'zone "a.example" { type primary; };';
  assert.ok(mapOf(files).servers[0]?.files.length);
});

test('in-view: the other view’s file and role', () => {
  const map = mapOf({
    'named.conf': `view in { zone "a.example" { type primary; file "a"; allow-update { any; }; }; };
      view out { zone "a.example" { in-view "in"; }; };`,
    a: '',
  });
  assert.deepEqual(
    map.zones.map(({ zone, files }) => [zone.view, zone.role, zone.dynamic, files]),
    [
      ['in', 'primary', true, ['a']],
      ['out', 'primary', true, ['a']],
    ],
  );
});

test('a zone that is declared twice in one view', () => {
  const map = mapOf({
    'named.conf': `zone "a.example" { type forward; }; zone "A.Example." { type secondary; };
      zone "." { type forward; }; zone "." { type redirect; }; zone "a.example" CH { type forward; };`,
  });
  assert.deepEqual(
    map.problems.map(({ kind, message, related }) => [kind, message, related.length]),
    [['zone-duplicate', 'Zone a.example is declared twice: also above', 1]],
  );
  const twoViews = 'view a { zone "x" { type forward; }; }; view b { zone "x" { type forward; }; };';
  assert.deepEqual(mapOf({ 'named.conf': twoViews }).problems, []);
});

test('a zone file that is missing where its folder is held', () => {
  const text = 'options { directory "/etc/bind"; }; zone "a.example" { type primary; file "zones/a"; };';
  const zone = (file: string, type = 'primary') => `zone "b.example" { type ${type}; file "${file}"; };`;
  const missing = (config: string) =>
    mapOf({ 'bind/named.conf': config, 'bind/zones/a': '' }).problems.map((problem) => problem.message);
  assert.deepEqual(missing(text), []);
  assert.deepEqual(missing(text + zone('zones/b')), ['Zone file zones/b of b.example is not in the workspace']);
  assert.deepEqual(missing(text + zone('/etc/bind/zones/b')), [
    'Zone file /etc/bind/zones/b of b.example is not in the workspace',
  ]);
  assert.deepEqual(missing(text + zone('/var/lib/elsewhere/b')), []);
  assert.deepEqual(missing(text + zone('zones/b').replace(/zones\/b"/, 'zones/b')), [
    'This quotation mark is not closed on its line',
  ]);
  assert.deepEqual(missing(text + zone('zones/b', 'secondary')), []);
  assert.deepEqual(missing(text + zone('zones/b', 'hint')), []);
  assert.deepEqual(missing('zone "b.example" { type primary; file "b"; };'), [
    'Zone file b of b.example is not in the workspace',
  ]);
});

test('Knot needs no file of a catalog zone that it generates', () => {
  const missing = (role: string) =>
    mapOf({
      'knot.conf': `zone:\n  - domain: a.example\n    file: a.zone\n  - domain: c.example\n    file: c.zone\n    catalog-role: ${role}\n`,
      'a.zone': '',
    }).problems.map((problem) => problem.message);
  assert.deepEqual(missing('generate'), []);
  assert.deepEqual(missing('interpret'), ['Zone file c.zone of c.example is not in the workspace']);
});

test('one file that serves several zones', () => {
  const map = mapOf({
    'named.conf': 'zone "a.example" { type primary; file "e"; }; zone "b.example" { type primary; file "e"; };',
    e: '',
  });
  assert.deepEqual(
    map.problems.map(({ kind, message, related }) => [kind, message, related.map((note) => note.message)]),
    [['file-shared', 'e serves 2 zones', ['b.example is read from it too']]],
  );
});

test('of several paths that lead to one file the longest agreement has it', () => {
  const map = mapOf({
    'named.conf': `view in { zone "a.example" { type primary; file "/zones/in/a"; }; };
      view out { zone "a.example" { type primary; file "/zones/out/a"; }; };`,
    'zones/out/a': '',
  });
  assert.deepEqual(rows(map), ['in a.example. named.conf ', 'out a.example. named.conf zones/out/a']);
});

test('a file below another server’s configuration is not taken for its name alone', () => {
  const zone = (name: string) => `zone "${name}.example" { type primary; file "/srv/dns/${name}"; };`;
  const map = mapOf({
    'ns1/named.conf': zone('a') + zone('b'),
    'ns1/a': '',
    'ns2/named.conf': zone('b'),
    'ns2/b': '',
  });
  assert.deepEqual(rows(map), [
    '- a.example. ns1/named.conf ns1/a',
    '- b.example. ns1/named.conf ',
    '- b.example. ns2/named.conf ns2/b',
  ]);
});

test('journals', () => {
  const map = mapOf({
    'named.conf': `zone "a" { type primary; file "a"; }; zone "b" { type primary; file "b"; journal "j"; };
      zone "c" { type primary; file "c"; dnssec-policy default; }; zone "d" { type primary; file "d"; };`,
    ...{ a: '', 'a.jnl': '', b: '', j: '', c: '', 'c.jnl': '', d: '' },
  });
  assert.deepEqual(
    map.zones.map((mapped) => mapped.hasJournal),
    [true, true, false, false],
  );
});

test('the files that includes mean, for links', () => {
  const map = mapOf({ 'named.conf': 'include "z/*.conf";', 'z/a.conf': '', 'z/b.conf': '' });
  assert.deepEqual(
    map.servers[0]?.files[0]?.includes.map((include) => include.paths),
    [['z/a.conf', 'z/b.conf']],
  );
});

test('a folder of zones, less copies', () => {
  const map = mapOf({
    Corefile: 'example.org {\n auto {\n directory zones\n }\n}\n',
    ...{
      'zones/db.example.org': '',
      'zones/db.sub.example.org': '',
      'zones/db.example.com': '',
      'zones/db.example.org~': '',
    },
  });
  assert.deepEqual(rows(map), [
    '- example.org. Corefile zones/db.example.org',
    '- sub.example.org. Corefile zones/db.sub.example.org',
  ]);
});

test('syntax faults count once, however many views include the file', () => {
  const map = mapOf({
    'named.conf': 'view a { include "z.conf"; }; view b { include "z.conf"; };',
    'z.conf': 'zone "a.example" { type forward }; ',
  });
  assert.deepEqual(
    map.problems.map((problem) => problem.message),
    ['";" is missing after "forward"'],
  );
  assert.equal(map.zones.length, 2);
});

function mapOf(files: Record<string, string>): ZoneMap {
  const read = (path: string): string | undefined => files[path];
  const paths = Object.keys(files);
  const configurations = paths.filter((path) => configurationDialect(path, files[path] ?? '') !== undefined);
  return mapZones({ configurations, files: new PathIndex(paths), read });
}

function rows(map: ZoneMap): string[] {
  return map.zones.map(({ zone, config, files }) => `${zone.view ?? '-'} ${zone.name} ${config} ${files.join(' ')}`);
}

test('NSD: a zone that goes on in a file it includes, and zones that nsd-control added', () => {
  const map = mapOf({
    'etc/nsd/nsd.conf': `server:
  zonesdir: "/etc/nsd/zones"
  zonelistfile: "/var/lib/nsd/zone.list"
pattern:
  name: "added"
  zonefile: "added/%s"
  include: "transfer.conf"
zone:
  name: a.example
  include: "primary.conf"
zone:
  name: b.example
  include: "primary.conf"
  zonefile: "own.b"
`,
    'etc/nsd/primary.conf':
      '# what all have\n  zonefile: "%s.zone"\n  notify: 198.51.100.1 NOKEY\nzone:\n  name: c.example\n',
    'etc/nsd/transfer.conf': 'request-xfr: 198.51.100.1 NOKEY\n',
    'etc/nsd/zones/a.example.zone': '',
    'etc/nsd/zones/own.b': '',
    'etc/nsd/zones/added/d.example': '',
    'var/lib/nsd/zone.list': '# NSD zone list\n# name pattern\nadd d.example added\ndel e.example added\nadd broken\n',
  });
  assert.deepEqual(rows(map).sort(), [
    '- a.example. etc/nsd/nsd.conf etc/nsd/zones/a.example.zone',
    '- b.example. etc/nsd/nsd.conf etc/nsd/zones/own.b',
    '- c.example. etc/nsd/primary.conf ',
    '- d.example. var/lib/nsd/zone.list etc/nsd/zones/added/d.example',
  ]);
  assert.deepEqual(
    map.zones.filter(({ zone }) => zone.role === 'secondary').map(({ zone }) => zone.name),
    ['d.example.'],
  );
  assert.deepEqual(map.problems, []);
});
