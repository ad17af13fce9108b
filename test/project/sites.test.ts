import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copiesFor, type Sites, siteLabel, siteOf, sitesOf } from '../../src/project/sites.ts';
import { Reporter } from '../../src/report/report.ts';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { Workspace } from '../workspace/load.ts';

const foldersOf = (groups: readonly string[][]): readonly string[] => sitesOf(groups).folders;

test('the folders below which the paths of copies part', () => {
  assert.deepEqual(foldersOf([['/w/ns1/zones/a', '/w/ns2/zones/a']]), ['/w/ns1', '/w/ns2']);
  assert.deepEqual(foldersOf([['/w/zones/a', '/w/zones/old/a']]), ['/w/zones/old']);
  assert.deepEqual(foldersOf([['/w/zones/a', '/w/zones/a.db']]), []);
  assert.deepEqual(
    foldersOf([
      ['/w/a/x/z', '/w/a/y/z'],
      ['/w/a/q', '/w/b/q'],
    ]),
    ['/w/a', '/w/a/x', '/w/a/y', '/w/b'],
  );
});

test('the copy that the files of a site mean', () => {
  const sites: Sites = { folders: ['/w/a', '/w/a/x', '/w/a/y', '/w/b'], words: new Map() };
  assert.equal(siteOf('/w/a/x/z', sites), '/w/a/x');
  assert.equal(siteOf('/w/common/z', sites), '');
  assert.deepEqual(copiesFor('/w/a/x', ['/w/a/q', '/w/b/q'], sites), ['/w/a/q']);
  assert.deepEqual(copiesFor('/w/a', ['/w/a/x/z', '/w/a/y/z'], sites), ['/w/a/x/z', '/w/a/y/z']);
  assert.deepEqual(copiesFor('', ['/w/a/x/z', '/w/a/y/z'], sites), ['/w/a/x/z', '/w/a/y/z']);
  assert.deepEqual(copiesFor('', ['/w/z', '/w/old/z'], { ...sites, folders: ['/w/old'] }), ['/w/z']);
  assert.equal(siteLabel('/w/a/x', sites.folders), 'a/x');
});

test('copies beside each other are told apart by the one word in which their names differ', () => {
  const sites = sitesOf([['/w/int-example.com.zone', '/w/ext-example.com.zone']]);
  assert.deepEqual(sites.folders, ['/w/ext', '/w/int']);
  assert.equal(siteOf('/w/int-192.0.2.rev', sites), '/w/int');
  assert.equal(siteOf('/w/192.0.2.rev', sites), '');
  assert.equal(siteOf('/w/int.ext.rev', sites), '', 'two words leave it open');
  assert.equal(siteOf('/v/int-192.0.2.rev', sites), '', 'a word counts in its folder');
  for (const names of [
    ['example.com', 'example.com.new'],
    ['example.com.1', 'example.com.2'],
    ['db.example.com', 'example.com.zone'],
    ['my-example.com', 'the-other-example.com'],
  ])
    assert.deepEqual(foldersOf([names.map((name) => `/w/${name}`)]), [], names.join(' '));
});

/** What is told of a workspace, at the primary places. */
function told(files: Readonly<Record<string, string>>): string[] {
  const workspace = Workspace.of(files, registry).settle();
  const reporter = new Reporter(workspace.engine, () => defaultSettings, workspace.project);
  return [...reporter.all()].flatMap(([, shown]) =>
    shown
      .filter(({ primary }) => primary)
      .map(
        ({ path, range, severity, rule, message }) =>
          `${path.slice(3)}:${range.start.line + 1} ${severity} ${rule} ${message}`,
      ),
  );
}

const head =
  '$TTL 3600\n@ SOA ns1.example.net. hostmaster.example.net. 2026112301 86400 7200 2419200 3600\n@ NS ns1.example.net.\n@ NS ns2.example.net.\n';

test('copies in two folders: each is checked within its own, what is claimed once is seen by both', () => {
  const files = {
    'lab/example.com.zone': `${head}www A 192.0.2.10\nnew A 192.0.2.11\nown A 198.51.100.5\n`,
    'lab/2.0.192.in-addr.arpa.zone': `${head}10 PTR www.example.com.\n12 PTR gone.example.com.\n`,
    'prod/example.com.zone': `${head}www A 192.0.2.10\nown A 198.51.100.6\n`,
    'prod/2.0.192.in-addr.arpa.zone': `${head}10 PTR www.example.com.\n11 PTR new.example.com.\n`,
    'common/100.51.198.in-addr.arpa.zone': `${head}5 PTR own.example.com.\n`,
  };
  assert.deepEqual(told(files), [
    'lab/2.0.192.in-addr.arpa.zone:2 hint origin-unknown prod/2.0.192.in-addr.arpa.zone claims 2.0.192.in-addr.arpa too: each is checked within its folder',
    'lab/2.0.192.in-addr.arpa.zone:6 warning ptr-target-no-address gone.example.com does not exist in example.com, so it does not confirm 192.0.2.12',
    'lab/example.com.zone:2 hint origin-unknown prod/example.com.zone claims example.com too: each is checked within its folder',
    'lab/example.com.zone:6 warning ptr-missing No PTR record for 192.0.2.11 in 2.0.192.in-addr.arpa',
    'prod/2.0.192.in-addr.arpa.zone:6 warning ptr-target-no-address new.example.com does not exist in example.com, so it does not confirm 192.0.2.11',
    'prod/example.com.zone:6 warning ptr-missing No PTR record for 198.51.100.6 in 100.51.198.in-addr.arpa',
  ]);
});

test('copies of a zone beside each other: each is checked with the files that are named like it', () => {
  const files = {
    'zones/example.com.internal': `$ORIGIN example.com.\n${head}www A 192.0.2.10\nnew A 192.0.2.11\n`,
    'zones/192.0.2.internal': `$ORIGIN 2.0.192.in-addr.arpa.\n${head}10 PTR www.example.com.\n12 PTR gone.example.com.\n`,
    'zones/example.com.external': `$ORIGIN example.com.\n${head}www A 198.51.100.10\n`,
    'zones/100.51.198.in-addr.arpa': `${head}10 PTR www.example.com.\n`,
  };
  assert.deepEqual(told(files), [
    'zones/192.0.2.internal:7 warning ptr-target-no-address gone.example.com does not exist in example.com, so it does not confirm 192.0.2.12',
    'zones/example.com.external:3 hint origin-unknown example.com.internal claims example.com too: each is checked with the files that are named like it',
    'zones/example.com.internal:7 warning ptr-missing No PTR record for 192.0.2.11 in 2.0.192.in-addr.arpa',
  ]);
});

test('the same text in two folders is one zone', () => {
  const soa = '@ 3600 IN SOA ns1 hostmaster 1 86400 7200 2419200 3600\n@ 3600 IN NS ns1\nns1 3600 IN A 192.0.2.1\n';
  const workspace = Workspace.of({ 'ns1/example.com.zone': soa, 'ns2/example.com.zone': soa });
  assert.deepEqual(workspace.settle().rows(), [
    'ns1/example.com.zone example.com. file-name held',
    'ns2/example.com.zone example.com. file-name not held',
  ]);
  workspace.edit('ns2/example.com.zone', soa).type('ns2/example.com.zone', '192.0.2.1', '192.0.2.2');
  assert.deepEqual(workspace.settle().rows(), [
    'ns1/example.com.zone example.com. [ns1] file-name held',
    'ns2/example.com.zone example.com. [ns2] file-name held',
  ]);
  workspace.type('ns2/example.com.zone', '192.0.2.2', '192.0.2.1');
  assert.deepEqual(workspace.settle().rows(), [
    'ns1/example.com.zone example.com. file-name held',
    'ns2/example.com.zone example.com. file-name not held',
  ]);
});

test('beside copies that a desktop or a person made the file with the plain name is the zone', () => {
  const soa =
    '@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 86400 7200 2419200 3600\n@ 3600 IN NS ns1.example.com.\nns1 3600 IN A 192.0.2.1\n';
  const files = {
    'Kopie von example.com.db': `${soa}; edited\n`,
    'example.com (1).db': soa,
    'example.com-old.db': soa,
    'example.com.db': soa,
  };
  const rows = Workspace.of(files).settle().rows();
  assert.deepEqual(
    rows.map((row) => row.replace(/ (evidence|file-name)/, '')),
    [
      'Kopie von example.com.db example.com. not held',
      'example.com (1).db example.com. not held',
      'example.com-old.db example.com. not held',
      'example.com.db example.com. held',
    ],
  );
});

test('a template, a backup and an old copy rank below the zone; a name and an $ORIGIN that agree above an $ORIGIN alone', () => {
  const soa = '$ORIGIN example.com.\n@ 3600 IN SOA ns1 hostmaster 1 86400 7200 2419200 3600\n@ 3600 IN NS ns1\n';
  const files = {
    'db.example.com': soa,
    'db.other': `${soa}; other\n`,
    'db.example.com.bak': `${soa}; bak\n`,
    'old/db.example.com': `${soa}; old\n`,
    'templates/db.example.com': `${soa}; template\n`,
  };
  assert.deepEqual(
    Workspace.of(files)
      .settle()
      .rows()
      .filter((row) => / held$/.test(row) && !/not held/.test(row)),
    ['db.example.com example.com. text held'],
  );
});

test('a file that no configuration loads is told, and stands apart from those that one loads', () => {
  const files = {
    'named.conf': 'zone "example.com" { type primary; file "example.com.zone"; };\n',
    'example.com.zone': `${head}www A 192.0.2.10\n`,
    '2.0.192.in-addr.arpa.zone': `${head}11 PTR www.example.com.\n`,
    'old/example.com.zone': `${head}www A 192.0.2.99\n`,
  };
  const left = 'No configuration of this workspace loads this zone: it is not checked against those that one loads';
  assert.deepEqual(told(files), [
    `2.0.192.in-addr.arpa.zone:2 hint zone-not-loaded ${left}`,
    `old/example.com.zone:2 hint zone-not-loaded ${left}`,
  ]);
  // Where a part of the configuration is not here, nobody knows what it loads.
  const partly = { ...files, 'named.conf': `${files['named.conf']}include "/etc/bind/named.conf.local";\n` };
  assert.deepEqual(
    told(partly).map((line) => line.split(' ')[2]),
    ['ptr-mismatch', 'ptr-missing'],
  );
  assert.deepEqual(
    told({ ...files, 'named.conf': '' }).map((line) => line.split(' ')[2]),
    ['ptr-mismatch', 'ptr-missing'],
  );
});

test('a file that is loaded for two zones answers for the one that its $ORIGIN names, and the other is told', () => {
  const declared = (name: string): string => `zone "${name}" { type primary; file "hosts.zone"; };\n`;
  const files = {
    'named.conf': `${declared('example.com')}${declared('example.net')}`,
    'hosts.zone': `$ORIGIN example.com.\n${head}www A 192.0.2.10\n`,
  };
  assert.deepEqual(Workspace.of(files).settle().rows(), [
    'hosts.zone example.com. configuration held',
    'hosts.zone example.net. configuration not held',
  ]);
  const lines = told(files);
  assert.equal(lines.length, 1);
  assert.match(
    lines[0] ?? '',
    /^hosts.zone:3 error .* is read for the zone example\.net, which has none: servers refuse the zone/,
  );
});

test('a signed zone that is loaded and older than its source is told, with both serials', () => {
  const files = {
    'named.conf': 'zone "example.com" { type primary; file "db.example.com.signed"; };\n',
    'db.example.com': head.replace('2026112301', '2026112302'),
    'db.example.com.signed': head,
  };
  assert.deepEqual(told(files), [
    'db.example.com:2 warning signed-zone-stale db.example.com.signed is what the server loads, and its serial 2026112301 is older than 2026112302 here: sign the zone again',
  ]);
  assert.deepEqual(told({ ...files, 'db.example.com': head }), []);
});

test('an export of Windows means the minimum of its SOA record as the TTL', () => {
  const zone = head.replace('$TTL 3600\n', '');
  assert.deepEqual(told({ 'dns/example.com.dns': zone }), []);
  assert.equal(told({ 'dns/example.com.zone': zone }).length, 1);
});

test('servers whose configurations share a folder are told apart by their files', () => {
  const text = '$TTL 60\n@ IN SOA ns1 h 1 14400 3600 604800 3600\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
  const rows = Workspace.of({
    'bind/named.conf.primary': 'zone "example.com" { type primary; file "primary/example.com"; };\n',
    'bind/named.conf.secondary':
      'zone "example.com" { type secondary; primaries { 192.0.2.1; }; file "secondary/example.com"; };\n',
    'primary/example.com': text,
    'secondary/example.com': text.replace('192.0.2.1', '192.0.2.2'),
  })
    .settle()
    .rows();
  assert.deepEqual(rows, [
    'primary/example.com example.com. configuration held',
    'secondary/example.com example.com. [named.conf.secondary] configuration secondary held',
  ]);
});
