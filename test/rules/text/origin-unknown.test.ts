import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('nothing tells the zone', () => {
  assert.deepEqual(served({ 'zones/master.zone': ZONE }, 'origin-unknown'), [
    'zones/master.zone:2:1 information Nothing tells which zone this file is: its names are not checked against other zones',
  ]);
});

test('the file name, $ORIGIN or a configuration tells it', () => {
  assert.deepEqual(served({ 'example.com.zone': ZONE }, 'origin-unknown'), []);
  assert.deepEqual(served({ 'zones/master.zone': `$ORIGIN example.com.\n${ZONE}` }, 'origin-unknown'), []);
  assert.deepEqual(
    served({ 'named.conf': BIND.replace('example.com.zone', 'master.zone'), 'master.zone': ZONE }, 'origin-unknown'),
    [],
  );
});
