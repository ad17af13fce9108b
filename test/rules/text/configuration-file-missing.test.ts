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
