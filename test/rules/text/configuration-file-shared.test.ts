import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('two zones', () => {
  assert.deepEqual(
    served(
      { 'named.conf': `${BIND}${BIND.replace('"example.com"', '"example.net"')}`, 'example.com.zone': ZONE },
      'configuration-file-shared',
    ),
    ['named.conf:1:42 hint example.com.zone serves 2 zones'],
  );
});

test('one zone in two views, and two zones with a file each', () => {
  assert.deepEqual(
    served(
      { 'named.conf': `view "a" { ${BIND} };\nview "b" { ${BIND} };\n`, 'example.com.zone': ZONE },
      'configuration-file-shared',
    ),
    [],
  );
  assert.deepEqual(
    served(
      {
        'named.conf': `${BIND}${BIND.replaceAll('example.com', 'example.net')}`,
        'example.com.zone': ZONE,
        'example.net.zone': ZONE,
      },
      'configuration-file-shared',
    ),
    [],
  );
});
