import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNsd } from '../../src/config/nsd.ts';
import { serverSettings, templateFaults } from '../../src/config/resolve.ts';
import { configuredZones } from '../support/configurations.ts';

test('zones with and without quotation marks, on one line and on several', () => {
  const text = [
    'server: zonesdir: "/etc/nsd/zones"',
    'zone: name: "Example.COM." zonefile: "example.com.zone" # comment',
    'zone:',
    '  name: example.org',
    '  zonefile: x#y.zone',
    'ZONE:',
    '  NAME: "example.net"',
    '  zonefile:',
    '    "a b"',
  ].join('\n');
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.name, zone.file, cut(text, zone.fileRange)]),
    [
      ['example.com.', 'example.com.zone', 'example.com.zone'],
      ['example.org.', 'x#y.zone', 'x#y.zone'],
      ['example.net.', 'a b', 'a b'],
    ],
  );
  assert.equal(readNsd(text).directory?.text, '/etc/nsd/zones');
  assert.deepEqual(readNsd(text).faults, []);
});

test('patterns stand in the place where they are included', () => {
  const text = `
    pattern: name: "p" zonefile: "p/%s"
    pattern: name: "q" include-pattern: "p" request-xfr: 198.51.100.1 NOKEY
    zone: name: a.example include-pattern: "p"
    zone: name: b.example include-pattern: "q"
    zone: name: c.example zonefile: own include-pattern: p
    zone: name: d.example include-pattern: p zonefile: own`;
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.file, zone.role, zone.fileRange !== undefined]),
    [
      ['p/a.example', 'primary', false],
      ['p/b.example', 'secondary', false],
      ['p/c.example', 'primary', false],
      ['own', 'primary', true],
    ],
  );
});

test('what stands for the name in a file', () => {
  const file = (name: string, pattern: string) => zonesOf(`zone: name: "${name}" zonefile: "${pattern}"`)[0]?.file;
  assert.equal(file('www.example.com.', '%s'), 'www.example.com');
  assert.equal(file('www.example.com', '%1/%2/%3/%s'), 'w/w/w/www.example.com');
  assert.equal(file('www.example.com', '%z/%y/%x'), 'com/example/www');
  assert.equal(file('com', '%z/%y/%3'), 'com/./m');
});

test('includes, also inside a zone', () => {
  const text = 'include: "/etc/nsd/nsd.conf.d/*.conf"\nzone:\n name: a.example\n include: more.conf\n zonefile: a';
  assert.deepEqual(
    readNsd(text).includes.map((include) => [include.pattern, cut(text, include.range)]),
    [
      ['/etc/nsd/nsd.conf.d/*.conf', '/etc/nsd/nsd.conf.d/*.conf'],
      ['more.conf', 'more.conf'],
    ],
  );
  assert.equal(zonesOf(text)[0]?.file, 'a');
});

test('secondary and catalog zones', () => {
  const text = `
    zone: name: a.example allow-notify: 198.51.100.1 NOKEY
      request-xfr: AXFR 198.51.100.1 NOKEY
    zone: name: b.example catalog: consumer
    zone: name: c.example provide-xfr: 2001:db8::/32 NOKEY`;
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.role, zone.catalog]),
    [
      ['secondary', false],
      ['primary', true],
      ['primary', false],
    ],
  );
});

test('after a mistake the zones that follow are read', () => {
  const cases: [string, string, string][] = [
    ['zone:\n zonefile: "x"\nzone: name: b.example', 'zone:', 'This "zone:" has no "name:"'],
    [
      'zone: name: "a.example\n zonefile: "x"\nzone: name: b.example',
      '"a.example',
      'This quotation mark is not closed on its line',
    ],
    ['zone: name: a..b\nzone: name: b.example', 'a..b', '"a..b" is not a domain name'],
    ['zone: name: a.example zonefile:\nzone: name: b.example', 'zonefile:', '"zonefile:" needs a value'],
    [
      'zone: name: a.example\n zonefile x\nzone: name: b.example',
      'zonefile',
      'An attribute that ends with ":" is expected, not "zonefile"',
    ],
  ];
  for (const [text, at, message] of cases) {
    const configuration = readNsd(text);
    assert.deepEqual(
      configuration.faults.map((fault) => [cut(text, fault), fault.message]),
      [[at, message]],
      text,
    );
    assert.equal(configuration.zones.at(-1)?.name, 'b.example.', text);
  }
});

test('a pattern that nothing defines', () => {
  const text = 'zone: name: a.example include-pattern: "p"';
  const configuration = readNsd(text);
  const [fault] = templateFaults(configuration, serverSettings('nsd', [configuration]));
  assert.deepEqual([fault?.message, fault && cut(text, fault)], ['There is no pattern "p"', 'p']);
});

function zonesOf(text: string) {
  const configuration = readNsd(text);
  return configuredZones(configuration, serverSettings('nsd', [configuration]));
}

function cut(text: string, range: { start: number; end: number } | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}
