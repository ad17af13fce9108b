import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originFromFileName } from '../../src/config/origin.ts';

test('names that tell the zone', () => {
  const cases: [string, string][] = [
    ['etc/bind/db.example.com', 'example.com.'],
    ['DB.Example.COM', 'example.com.'],
    ['example.com.zone', 'example.com.'],
    ['example.com.db', 'example.com.'],
    ['dns\\example.com.dns', 'example.com.'],
    ['_msdcs.example.com.dns', '_msdcs.example.com.'],
    ['example.com.hosts', 'example.com.'],
    ['example.com.zonefile', 'example.com.'],
    ['example.com.signed', 'example.com.'],
    ['example.com.zone.signed', 'example.com.'],
    ['db.example.com.signed', 'example.com.'],
    ['xn--bcher-kva.example.zone', 'xn--bcher-kva.example.'],
    ['home.arpa.zone', 'home.arpa.'],
    ['2.0.192.in-addr.arpa', '2.0.192.in-addr.arpa.'],
    ['2.0.192.in-addr.arpa.zone', '2.0.192.in-addr.arpa.'],
    ['2.0.192.in-addr.arpa.dns', '2.0.192.in-addr.arpa.'],
    ['db.2.0.192.in-addr.arpa', '2.0.192.in-addr.arpa.'],
    ['0-25.2.0.192.in-addr.arpa.zone', '0-25.2.0.192.in-addr.arpa.'],
    ['8.b.d.0.1.0.0.2.ip6.arpa.db', '8.b.d.0.1.0.0.2.ip6.arpa.'],
    ['db.10', '10.in-addr.arpa.'],
    ['db.127', '127.in-addr.arpa.'],
    ['db.0', '0.in-addr.arpa.'],
    ['db.255', '255.in-addr.arpa.'],
    ['db.local', 'localhost.'],
    ['named.localhost', 'localhost.'],
    ['db.root', '.'],
    ['named.root', '.'],
    ['named.ca', '.'],
  ];
  for (const [path, origin] of cases) {
    assert.deepEqual(originFromFileName(path), { origin, certainty: 'certain' }, path);
  }
});

test('octets that may stand in either order', () => {
  const forward = '1.168.192.in-addr.arpa.';
  const backward = '192.168.1.in-addr.arpa.';
  for (const path of ['db.192.168.1', '192.168.1.rev', '192.168.1.db', '192.168.1.arpa', 'db.192.168.1.0']) {
    assert.deepEqual(
      originFromFileName(path),
      { origin: forward, certainty: 'reverse-ambiguous', alternatives: [forward, backward] },
      path,
    );
  }
  assert.deepEqual(originFromFileName('db.1.168.192')?.alternatives, [forward, backward]);
  assert.equal(originFromFileName('db.192.0.2')?.origin, '2.0.192.in-addr.arpa.');
  assert.deepEqual(originFromFileName('10.10.rev'), { origin: '10.10.in-addr.arpa.', certainty: 'certain' });
});

test('an underscore may stand for the slash of a classless zone', () => {
  assert.deepEqual(originFromFileName('0_25.2.0.192.in-addr.arpa.zone')?.alternatives, [
    '0/25.2.0.192.in-addr.arpa.',
    '0_25.2.0.192.in-addr.arpa.',
  ]);
});

test('names that tell nothing', () => {
  const names = [
    ...['hosts.db', 'zone.db', 'localhost-reverse.db', 'db.empty', 'named.empty', 'named.loopback', 'db.example', 'db'],
    ...[
      'db.',
      '.zone',
      'a..b.zone',
      'example.com',
      'README.md',
      'named.conf',
      'db.256.1',
      'db.01.2',
      'x y.example.zone',
    ],
    ...[
      '-a.example.zone',
      'example.c_m.zone',
      'version-1.2.db',
      'example.com.zone.bak',
      'db.example.com~',
      'master.zone',
    ],
    `${'a'.repeat(64)}.example.zone`,
    `${'a.'.repeat(200)}example.zone`,
  ];
  for (const name of names) assert.equal(originFromFileName(name), undefined, name);
});
