import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorefile } from '../../src/config/coredns.ts';
import { zonesOfCoreName } from '../../src/config/corefile-zone.ts';
import { serverSettings } from '../../src/config/resolve.ts';
import { configuredZones } from '../support/configurations.ts';

test('file, with the zones of the block or its own', () => {
  const text = `
# comment
example.org:53 {
    file db.example.org {
        reload 30s
    }
}
dns://.:1053 {
    root /zones
    file "a b" example.com example.net
    file /abs/db
}`;
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.name, zone.file, cut(text, zone.nameRange), cut(text, zone.fileRange)]),
    [
      ['example.org.', 'db.example.org', 'example.org:53', 'db.example.org'],
      ['example.com.', '/zones/a b', 'example.com', 'a b'],
      ['example.net.', '/zones/a b', 'example.net', 'a b'],
      ['.', '/abs/db', 'dns://.:1053', '/abs/db'],
    ],
  );
  assert.deepEqual(readCorefile(text).faults, []);
});

test('networks are reverse zones, several where they end inside an octet or nibble', () => {
  assert.deepEqual(zonesOfCoreName('10.0.0.0/24'), ['0.0.10.in-addr.arpa.']);
  assert.deepEqual(zonesOfCoreName('192.0.2.7/23'), ['2.0.192.in-addr.arpa.', '3.0.192.in-addr.arpa.']);
  assert.equal(zonesOfCoreName('192.0.2.128/26').length, 64);
  assert.deepEqual(zonesOfCoreName('2001:db8::/32'), ['8.b.d.0.1.0.0.2.ip6.arpa.']);
  assert.deepEqual(zonesOfCoreName('2001:db8::/31'), ['8.b.d.0.1.0.0.2.ip6.arpa.', '9.b.d.0.1.0.0.2.ip6.arpa.']);
  assert.deepEqual(zonesOfCoreName('0/25.2.0.192.in-addr.arpa'), ['0/25.2.0.192.in-addr.arpa.']);
  assert.deepEqual(zonesOfCoreName('10.0.0.0/33'), ['10.0.0.0/33.']);
});

test('several names of one block, over lines', () => {
  const text = 'example.org, example.net,\nexample.com 10.0.0.0/24:1053 {\n file db\n}';
  assert.deepEqual(
    zonesOf(text).map((zone) => zone.name),
    ['example.org.', 'example.net.', 'example.com.', '0.0.10.in-addr.arpa.'],
  );
});

test('snippets with arguments, and imported files', () => {
  const text = `
(zonefile) {
    file zones/{args[0]}.db {args[0]}
    errors
}
example.org {
    import zonefile example.org
    import more/*.conf
}
import conf.d/*`;
  const configuration = readCorefile(text);
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.name, zone.file]),
    [['example.org.', 'zones/example.org.db']],
  );
  assert.deepEqual(
    configuration.includes.map((include) => [include.pattern, include.servedZones]),
    [
      ['more/*.conf', ['example.org.']],
      ['conf.d/*', undefined],
    ],
  );
});

test('a file that is imported inside a block goes on with its zones', () => {
  const configuration = readCorefile('file db\nsecondary example.net', { servedZones: ['example.org.'] });
  assert.deepEqual(
    configuration.zones.map((zone) => zone.name),
    ['example.org.', 'example.net.'],
  );
});

test('snippets that import themselves or each other end', () => {
  const loop = readCorefile('(a) {\n import a\n}\nexample.org {\n import a\n}');
  assert.deepEqual(
    loop.faults.map((fault) => fault.message),
    ['"a" is imported too often, or by itself'],
  );
  const tower = Array.from(
    { length: 15 },
    (_, level) => `(s${level}) {\n${` import s${level + 1}\n`.repeat(9)}}\n`,
  ).join('');
  assert.ok(readCorefile(`${tower}(s15) {\n file x\n}\nexample.org {\n import s0\n}`).zones.length < 100_000);
});

test('auto, secondary and sign', () => {
  const text = `
example.org {
    root /zones
    auto {
        directory sub (.*)\\.zone {1}
    }
    secondary sub.example.org {
        transfer from 198.51.100.1
    }
    sign db.signed.example.org signed.example.org {
        key directory /keys
    }
}
example.net {
    auto example.com {
        directory /all
    }
}`;
  const configuration = readCorefile(text);
  assert.deepEqual(
    configuration.folders.map((folder) => [folder.directory, folder.expression, folder.template, folder.origins]),
    [
      ['/zones/sub', '(.*)\\.zone', '{1}', ['example.org.']],
      ['/all', 'db\\.(.*)', '{1}', ['example.com.']],
    ],
  );
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.name, zone.role, zone.signed, zone.dynamic]),
    [
      ['sub.example.org.', 'secondary', false, false],
      ['signed.example.org.', 'primary', true, false],
    ],
  );
});

test('a sole block may stand without braces', () => {
  assert.deepEqual(
    zonesOf('example.org\nfile db.example.org\nlog').map((zone) => zone.file),
    ['db.example.org'],
  );
});

test('views and ports make other zones of the same name', () => {
  const text =
    'example.org {\n view in {\n expr true\n }\n file a\n}\nexample.org {\n file b\n}\nexample.org:54 {\n file c\n}';
  assert.deepEqual(
    zonesOf(text).map((zone) => [zone.view, zone.listener]),
    [
      ['in', 'dns 53'],
      [undefined, 'dns 53'],
      [undefined, 'dns 54'],
    ],
  );
});

test('names that only the server can fill in are passed over', () => {
  const configuration = readCorefile('{$ZONE}:53 {\n file db\n}\nexample.org {\n file db {%ZONE%}\n}');
  assert.deepEqual([configuration.zones, configuration.faults], [[], []]);
});

test('after a mistake the blocks that follow are read', () => {
  const cases: [string, string, string][] = [
    ['example.com {\n file a\n', '{', 'This "{" is not closed: "}" is missing'],
    ['a..b {\n file a\n}\n', 'a..b', '"a..b" is not a domain name'],
    ['example.com {\n file\n}\n', 'file', '"file" needs the name of a zone file'],
    ['example.com {\n file "a\n}\n', '"a', 'This quotation mark is not closed on its line'],
    ['example.com {\n file a\n}\n}\n', '}', 'This "}" closes nothing'],
    ['example.com {\n auto\n}\n', 'auto', '"auto" needs a line "directory DIR"'],
    ['example.com {\n auto {\n directory d (x {1}\n}\n}\n', '(x', 'The expression "(x" can\'t be read'],
  ];
  for (const [before, at, message] of cases) {
    const text = `${before}example.org {\n file b\n}\n`;
    const configuration = readCorefile(text);
    assert.deepEqual(
      configuration.faults.map((fault) => [cut(text, fault), fault.message]),
      [[at, message]],
    );
    assert.ok(
      configuration.zones.some((zone) => zone.name === 'example.org.'),
      text,
    );
  }
});

function zonesOf(text: string) {
  const configuration = readCorefile(text);
  return configuredZones(configuration, serverSettings('coredns', [configuration]));
}

function cut(text: string, range: { start: number; end: number } | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}
