import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const NSD = 'zone:\n    name: example.com\n    zonefile: example.com.zone\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('in a zone of an NSD', () => {
  assert.deepEqual(
    served({ 'nsd.conf': NSD, 'example.com.zone': `${ZONE}$GENERATE 1-2 h$ TXT a$\n` }, 'portability-generate'),
    ['example.com.zone:4:1 hint $GENERATE is not known to NSD, and this zone is served by it'],
  );
});

test('in a zone of a BIND, and none', () => {
  assert.deepEqual(
    served({ 'named.conf': BIND, 'example.com.zone': `${ZONE}$GENERATE 1-2 h$ TXT a$\n` }, 'portability-generate'),
    [],
  );
  assert.deepEqual(served({ 'nsd.conf': NSD, 'example.com.zone': ZONE }, 'portability-generate'), []);
});
