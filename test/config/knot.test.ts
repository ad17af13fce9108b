import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKnot } from '../../src/config/knot.ts';
import { serverSettings, templateFaults } from '../../src/config/resolve.ts';
import { configuredZones } from '../support/configurations.ts';

test('zones with their files', () => {
  const text = `
server:
    listen: [ 127.0.0.1@53, ::1@53 ]   # file: not-a-zone
log:
  - target: syslog
zone:
  - domain: Example.com   # the first
    storage: /zones
    file: "a b.zone"
  -   domain: "example.org."
      file  : x.zone
- domain: example.net
  file: /abs/x.zone
  storage: /zones
`;
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.name, zone.file, cut(text, zone.fileRange)]),
    [
      ['example.com.', '/zones/a b.zone', 'a b.zone'],
      ['example.org.', 'x.zone', 'x.zone'],
      ['example.net.', '/abs/x.zone', '/abs/x.zone'],
    ],
  );
  assert.deepEqual(readKnot(text).faults, []);
});

test('the default template serves zones that name none', () => {
  const text = `
template:
  - id: default
    storage: /zones
    file: "%s.zone"
  - id: secondary
    master: [up1, up2]
zone:
  - domain: a.example
  - domain: b.example
    template: secondary
  - domain: c.example
    template: secondary
    master: ""
    file: own
`;
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.file, zone.role, zone.fileRange !== undefined]),
    [
      ['/zones/a.example.zone', 'primary', false],
      ['b.example.zone', 'secondary', false],
      ['own', 'primary', true],
    ],
  );
});

test('what stands for the name in a file', () => {
  const file = (name: string, pattern: string) =>
    zonesOf(`zone:\n  - domain: ${name}\n    file: "${pattern}"`)[0]?.file;
  assert.equal(file('www.example.com.', '%s'), 'www.example.com');
  assert.equal(file('www.example.com', '%c[0]%c[1-2]%%'), 'www%');
  assert.equal(file('www.example.com', '%l[0]/%l[1]/%l[2]/%l[3]'), 'com/example/www/');
  assert.equal(file('0/25.2.0.192.in-addr.arpa', '%s'), '0_25.2.0.192.in-addr.arpa');
  const [bare] = zonesOf('zone:\n  - domain: www.example.com\n    file: %c[0-2]/%l[1].zone # not quoted\n');
  assert.equal(bare?.file, 'www/example.zone');
});

test('dynamic, signed, generated and catalog zones', () => {
  const head = 'acl:\n  - id: up\n    action: [notify, update]\n  - id: notify\n    action: notify\nzone:\n';
  const flags = (body: string) => {
    const [zone] = zonesOf(`${head}  - domain: a.example\n    ${body}\n`);
    return [zone?.dynamic, zone?.signed, zone?.catalog];
  };
  assert.deepEqual(flags('acl: up'), [true, false, false]);
  assert.deepEqual(flags('acl: [notify]'), [false, false, false]);
  assert.deepEqual(flags('dnssec-signing: on'), [true, true, false]);
  assert.deepEqual(flags('dnssec-signing: on\n    zonefile-sync: -1'), [false, true, false]);
  assert.deepEqual(flags('reverse-generate: b.example'), [true, false, false]);
  assert.deepEqual(flags('catalog-role: interpret'), [false, false, true]);
  assert.deepEqual(flags('catalog-role: member'), [false, false, false]);
});

test('includes', () => {
  const text = 'include: "/etc/knot/*.conf"\ninclude: zones.conf\n';
  assert.deepEqual(
    readKnot(text).includes.map((include) => [include.pattern, cut(text, include.range)]),
    [
      ['/etc/knot/*.conf', '/etc/knot/*.conf'],
      ['zones.conf', 'zones.conf'],
    ],
  );
});

test('after a mistake the zones that follow are read', () => {
  const cases: [string, string, string][] = [
    ['  - domain: a..b', 'a..b', '"a..b" is not a domain name'],
    ['  - file: x\n    domain: a.example', 'file', 'An item of "zone" begins with "domain", not "file"'],
    ['  - domain: a.example\n   file: x', 'file', '"file" does not begin in the column of the item it belongs to'],
    ['  - domain: a.example\n    file: "x', '"x', 'This quotation mark is not closed on its line'],
    ['  - domain: a.example\n    acl: [x', '[', 'This "[" is not closed on its line'],
    ['  - domain: a.example\n    file', 'file', 'An entry "key: value" is expected here'],
    ['  - domain: a.example\n\t    file: x', '\t    ', 'knot.conf allows no tabs before an entry'],
    ['  - domain:', 'domain', '"domain" needs a value'],
  ];
  for (const [body, at, message] of cases) {
    const text = `zone:\n${body}\n  - domain: b.example\n`;
    const configuration = readKnot(text);
    const [fault] = configuration.faults;
    assert.deepEqual([fault && cut(text, fault), fault?.message], [at, message]);
    assert.equal(configuration.zones.at(-1)?.name, 'b.example.', text);
  }
});

test('a template that nothing defines; the default one need not exist', () => {
  const text = 'zone:\n  - domain: a.example\n    template: t\n  - domain: b.example\n';
  const configuration = readKnot(text);
  assert.deepEqual(
    templateFaults(configuration, serverSettings('knot', [configuration])).map((fault) => fault.message),
    ['There is no template "t"'],
  );
});

function zonesOf(text: string) {
  const configuration = readKnot(text);
  return configuredZones(configuration, serverSettings('knot', [configuration]));
}

function cut(text: string, range: { start: number; end: number } | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}
