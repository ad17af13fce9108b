import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationDialect, mayBeConfiguration, readConfiguration } from '../../src/config/dialect.ts';

test('by name', () => {
  const cases: [string, string | undefined][] = [
    ['etc/bind/named.conf', 'bind'],
    ['etc/bind/named.conf.local', 'bind'],
    ['etc/bind/named.conf.default-zones', 'bind'],
    ['etc/named.rfc1912.zones', 'bind'],
    ['etc/bind/zones.rfc1918', 'bind'],
    ['named-internal.conf', 'bind'],
    ['nsd.conf', 'nsd'],
    ['etc/knot/knot.conf', 'knot'],
    ['Corefile', 'coredns'],
    ['Corefile.example', 'coredns'],
    ['named.conf.d', undefined],
    ['named.conf.5', undefined],
    ['named.conf.bak', undefined],
    ['named.conf.md', undefined],
    ['corefile.go', undefined],
    ['src/corefile-zone.ts', undefined],
    ['named.conf~', undefined],
    ['httpd.conf', undefined],
    ['db.example.com', undefined],
    ['example.com.zone', undefined],
  ];
  for (const [path, dialect] of cases) {
    assert.equal(configurationDialect(path, ''), dialect, path);
    if (dialect !== undefined) assert.ok(mayBeConfiguration(path), path);
  }
});

test('by statements', () => {
  assert.equal(configurationDialect('a.zones', '// x\nzone "example.com" {\n type primary;'), 'bind');
  assert.equal(configurationDialect('a.conf', 'zone example.com IN\n{'), 'bind');
  assert.equal(configurationDialect('a.conf', 'view "v" { }'), 'bind');
  assert.equal(configurationDialect('a.conf', 'zone:\n\tname: "example.com"'), 'nsd');
  assert.equal(configurationDialect('a.conf', 'zone:\n  - domain: example.com'), 'knot');
  assert.equal(configurationDialect('a.conf', 'server {\n listen 80;\n}'), undefined);
  assert.equal(configurationDialect('a.txt', 'zone "example.com" {'), undefined);
  assert.ok(!mayBeConfiguration('a.txt'));
});

test('a template has no faults', () => {
  const text = '{% for zone in zones %}\nzone "{{ zone }}" { type primary; file "{{ zone }}.db"; };\n{% endfor %}\n';
  const { zones, faults } = readConfiguration('bind', text);
  assert.deepEqual([zones, faults], [[], []]);
});

test('what a DHCP server is told of zones is no configuration of a name server', () => {
  const update = 'zone example.com. {\n  primary 192.0.2.53;\n  key ddns;\n}\n';
  const subnet = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.10 192.0.2.99;\n}\n';
  for (const text of [
    update,
    `${subnet}${update}`,
    `ddns-update-style interim;\n${update}`,
    `default-lease-time 600;\n${update}`,
  ])
    assert.equal(configurationDialect('dhcp/dhcpd.conf', text), undefined, text);
  assert.equal(configurationDialect('a.conf', 'zone "example.com" {\n  type primary;\n  file "a";\n};'), 'bind');
});
