import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const NSD = 'zone:\n    name: example.com\n    zonefile: example.com.zone\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('in one view', () => {
  assert.deepEqual(
    served({ 'named.conf': `${BIND}${BIND}`, 'example.com.zone': ZONE }, 'configuration-zone-duplicate'),
    ['named.conf:2:7 error Zone example.com is declared twice: also above'],
  );
});

test('in two views, and in the configurations of two servers', () => {
  assert.deepEqual(
    served(
      { 'named.conf': `view "a" { ${BIND} };\nview "b" { ${BIND} };\n`, 'example.com.zone': ZONE },
      'configuration-zone-duplicate',
    ),
    [],
  );
  assert.deepEqual(
    served({ 'named.conf': BIND, 'nsd.conf': NSD, 'example.com.zone': ZONE }, 'configuration-zone-duplicate'),
    [],
  );
});
