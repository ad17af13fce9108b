import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { configurationDialect, mayBeConfiguration } from '../../src/config/dialect.ts';
import { isBackupName } from '../../src/config/ignore.ts';
import type { ZoneMap } from '../../src/config/map.ts';
import { originFromFileName } from '../../src/config/origin.ts';
import { PathIndex } from '../../src/config/path-index.ts';
import { mapZones } from '../support/configurations.ts';

const base = join(import.meta.dirname, '../fixtures/workspaces');

test('Debian', () => {
  assert.deepEqual(rows(mapWorkspace('debian')), [
    'example.com. primary /etc/bind/db.example.com',
    '2.0.192.in-addr.arpa. primary /etc/bind/db.192.0.2',
    'example.net. secondary /var/cache/bind/db.example.net',
    '. hint ',
    'localhost. primary /etc/bind/db.local',
    '127.in-addr.arpa. primary /etc/bind/db.127',
    '0.in-addr.arpa. primary /etc/bind/db.0',
    '255.in-addr.arpa. primary /etc/bind/db.255',
    '10.in-addr.arpa. primary /etc/bind/db.empty',
    '16.172.in-addr.arpa. primary /etc/bind/db.empty',
    '17.172.in-addr.arpa. primary /etc/bind/db.empty',
    '168.192.in-addr.arpa. primary /etc/bind/db.empty',
  ]);
});

test('Red Hat', () => {
  const map = mapWorkspace('redhat');
  assert.deepEqual(rows(map), [
    '. hint /var/named/named.ca',
    'example.com. primary /var/named/example.com.zone',
    '2.0.192.in-addr.arpa. primary /var/named/2.0.192.in-addr.arpa.zone',
    'dyn.example.com. primary dynamic journal /var/named/dynamic/dyn.example.com.zone',
    'example.net. secondary /var/named/slaves/example.net.zone',
    'localhost.localdomain. primary /var/named/named.localhost',
    'localhost. primary /var/named/named.localhost',
    `1.${'0.'.repeat(31)}ip6.arpa. primary /var/named/named.loopback`,
    '1.0.0.127.in-addr.arpa. primary /var/named/named.loopback',
    '0.in-addr.arpa. primary /var/named/named.empty',
  ]);
  assert.deepEqual(map.problems, []);
});

test('FreeBSD', () => {
  const primary = '/usr/local/etc/namedb/primary';
  assert.deepEqual(rows(mapWorkspace('freebsd')), [
    '. hint /usr/local/etc/namedb/named.root',
    `localhost. primary ${primary}/localhost-forward.db`,
    `127.in-addr.arpa. primary ${primary}/localhost-reverse.db`,
    `254.169.in-addr.arpa. primary ${primary}/empty.db`,
    `10.in-addr.arpa. primary ${primary}/empty.db`,
    `example.com. primary ${primary}/example.com.db`,
    `2.0.192.in-addr.arpa. primary ${primary}/192.0.2.rev`,
    'example.net. secondary ',
  ]);
});

test('a split horizon', () => {
  const zones = '/etc/bind/zones';
  assert.deepEqual(rows(mapWorkspace('split-horizon')), [
    `internal example.com. primary ${zones}/internal/db.example.com`,
    `internal 0.0.10.in-addr.arpa. primary ${zones}/internal/db.10.0.0`,
    `internal example.org. primary ${zones}/shared/db.example.org`,
    `external example.com. primary ${zones}/external/db.example.com`,
    `external 2.0.192.in-addr.arpa. primary ${zones}/external/db.192.0.2`,
    `external example.org. primary ${zones}/shared/db.example.org`,
  ]);
});

test('NSD', () => {
  assert.deepEqual(rows(mapWorkspace('nsd')), [
    'example.com. primary /etc/nsd/zones/example.com.zone',
    '2.0.192.in-addr.arpa. primary /etc/nsd/zones/2.0.192.in-addr.arpa.zone',
    '8.b.d.0.1.0.0.2.ip6.arpa. primary /etc/nsd/zones/8.b.d.0.1.0.0.2.ip6.arpa.zone',
    'example.net. secondary ',
  ]);
});

test('Knot', () => {
  const zones = '/var/lib/knot/zones';
  assert.deepEqual(rows(mapWorkspace('knot')), [
    `example.com. primary ${zones}/example.com.zone`,
    `2.0.192.in-addr.arpa. primary ${zones}/2.0.192.in-addr.arpa.zone`,
    `dyn.example.com. primary dynamic ${zones}/dynamic/dyn.example.com.zone`,
    'example.net. secondary ',
  ]);
});

test('CoreDNS', () => {
  assert.deepEqual(rows(mapWorkspace('coredns')), [
    'example.com. primary /zones/db.example.com',
    '2.0.192.in-addr.arpa. primary /zones/db.192.0.2',
    'example.net. primary /auto/db.example.net',
    'example.org. primary /auto/db.example.org',
  ]);
});

test('without a configuration the names tell the zones', () => {
  assert.deepEqual(origins('windows'), ['2.0.192.in-addr.arpa.', '.', 'example.com.']);
  assert.deepEqual(origins('git-repo'), [
    '1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.',
    '2.0.192.in-addr.arpa.',
    'example.com.',
  ]);
  for (const workspace of ['windows', 'git-repo']) assert.deepEqual(mapWorkspace(workspace).servers, []);
});

test('every file that is a copy is known as one', () => {
  const copies = readdirSync(base).flatMap((workspace) =>
    workspace.startsWith('.') ? [] : filesOf(workspace).filter(isBackupName),
  );
  assert.deepEqual(copies.map((path) => path.slice(base.length + 1)).sort(), [
    'debian/etc/bind/db.192.0.2.bak',
    'debian/etc/bind/db.example.com.save',
    'old-copies/example.com.zone.bak',
    'redhat/var/named/2.0.192.in-addr.arpa.zone.rpmsave',
    'redhat/var/named/dynamic/dyn.example.com.zone.jnl',
    'windows/dns/backup/example.com.dns.old',
  ]);
});

test('healthy workspaces have no faults', () => {
  for (const workspace of ['debian', 'redhat', 'freebsd', 'split-horizon', 'nsd', 'knot', 'coredns']) {
    const problems = mapWorkspace(workspace).problems.filter((problem) => problem.kind !== 'file-shared');
    assert.deepEqual(problems, [], workspace);
  }
});

function filesOf(workspace: string): string[] {
  return readdirSync(join(base, workspace), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

function mapWorkspace(workspace: string): ZoneMap {
  const files = filesOf(workspace);
  const read = (path: string): string => readFileSync(path, 'utf8');
  const configurations = files.filter((path) => mayBeConfiguration(path) && configurationDialect(path, read(path)));
  return mapZones({ configurations, files: new PathIndex(files), read });
}

function origins(workspace: string): string[] {
  return filesOf(workspace)
    .map((path) => originFromFileName(path)?.origin)
    .filter((origin) => origin !== undefined);
}

function rows(map: ZoneMap): string[] {
  return map.zones.map(({ zone, files, hasJournal }) => {
    const flags = [zone.view, zone.name, zone.role, zone.dynamic && 'dynamic', hasJournal && 'journal'].filter(Boolean);
    const paths = files.map((path) => path.slice(base.length).replace(/^\/[^/]*/, ''));
    return `${flags.join(' ')} ${paths.join(' ')}`;
  });
}

test('an include with a pattern that would take too long is told', () => {
  const pattern = `a/${'{a,a}*'.repeat(25)}b`;
  const text = `include "${pattern}";\n`;
  const files = new PathIndex(['/w/named.conf', `/w/a/${'a'.repeat(200)}`]);
  const { problems } = mapZones({ configurations: ['/w/named.conf'], files, read: () => text });
  assert.deepEqual(
    problems.map(({ kind, message }) => [kind, message]),
    [['syntax', 'This pattern has more than 16 wildcards: it fits no file']],
  );
});
