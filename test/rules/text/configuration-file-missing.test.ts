import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('a zone file that is not there', () => {
  assert.deepEqual(served({ 'named.conf': BIND, 'example.net.zone': ZONE }, 'configuration-file-missing'), [
    'named.conf:1:42 warning Zone file example.com.zone of example.com is not in the workspace',
  ]);
});

test('that no configuration loads its zone is not told beside it, but of other zones', () => {
  const conf = `${BIND}zone "example.org" { type primary; file "db.example.org"; };\n`;
  const files = { 'named.conf': conf, 'db.example.com': ZONE, 'db.example.org': ZONE, 'example.net.zone': ZONE };
  const there = { ...files, 'example.com.zone': ZONE };
  const left = 'No configuration of this workspace loads this zone: it is not checked against those that one loads';
  const other = `example.net.zone:2:1 hint ${left}`;
  assert.equal(served(files, 'configuration-file-missing').length, 1);
  assert.deepEqual(served(files, 'zone-not-loaded'), [other]);
  assert.deepEqual(served(there, 'zone-not-loaded'), [`db.example.com:2:1 hint ${left}`, other]);
});

test('one that is there, one of a secondary, and one outside of the workspace', () => {
  assert.deepEqual(served({ 'named.conf': BIND, 'example.com.zone': ZONE }, 'configuration-file-missing'), []);
  assert.deepEqual(
    served(
      {
        'named.conf': 'zone "example.net" { type secondary; file "example.net.zone"; primaries { 192.0.2.1; }; };\n',
        'example.com.zone': ZONE,
      },
      'configuration-file-missing',
    ),
    [],
  );
  assert.deepEqual(
    served(
      { 'named.conf': BIND.replace('example.com.zone', '/srv/elsewhere/example.com.zone') },
      'configuration-file-missing',
    ),
    [],
  );
});
