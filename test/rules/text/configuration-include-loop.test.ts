import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('through another file, and of a file by itself', () => {
  assert.deepEqual(
    served(
      {
        'named.conf': `include "named.conf.local";\n${BIND}`,
        'named.conf.local': 'include "named.conf";\n',
        'example.com.zone': ZONE,
      },
      'configuration-include-loop',
    ),
    ['named.conf.local:1:10 error This file includes itself: named.conf → named.conf.local → named.conf'],
  );
  assert.deepEqual(
    served({ 'named.conf': `include "named.conf";\n${BIND}`, 'example.com.zone': ZONE }, 'configuration-include-loop'),
    ['named.conf:1:10 error This file includes itself: named.conf → named.conf'],
  );
});

test('one file included twice', () => {
  assert.deepEqual(
    served(
      {
        'named.conf': `include "named.conf.local"; include "named.conf.local";\n${BIND}`,
        'named.conf.local': '',
        'example.com.zone': ZONE,
      },
      'configuration-include-loop',
    ),
    [],
  );
});
