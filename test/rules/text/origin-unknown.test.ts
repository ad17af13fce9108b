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

test('a copy that kept the $ORIGIN or the SOA record of what it was copied from', () => {
  const text = `$ORIGIN example.com.\n${ZONE}`;
  const absolute = ZONE.replace('@ SOA', 'example.com. SOA').replace('1 1h', '2 1h');
  const found =
    'information example.net.zone has the $ORIGIN or SOA record of example.com, which example.com.zone is: this file counts for nothing until they say example.net';
  assert.deepEqual(served({ 'example.com.zone': text, 'example.net.zone': text }, 'origin-unknown'), [
    `example.net.zone:3:1 ${found}`,
  ]);
  assert.deepEqual(served({ 'example.com.zone': text, 'example.net.zone': absolute }, 'origin-unknown'), [
    `example.net.zone:2:1 ${found}`,
  ]);
  // The name may be a habit, or say nothing for sure; alone a file is what its text says.
  for (const name of ['internal.example.com.zone', 'hosts.zone', 'example.com.zone.bak'])
    assert.deepEqual(served({ 'example.com.zone': text, [name]: text }, 'origin-unknown'), []);
  assert.deepEqual(served({ 'example.net.zone': text }, 'origin-unknown'), []);
});
