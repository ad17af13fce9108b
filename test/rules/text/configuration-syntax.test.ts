import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('a brace that is not closed', () => {
  assert.deepEqual(
    served(
      { 'named.conf': 'zone "example.com" { type primary; file "example.com.zone";\n', 'example.com.zone': ZONE },
      'configuration-syntax',
    ),
    ['named.conf:1:20 error This "{" is not closed: "}" is missing'],
  );
});

test('statements that are not about zones, and comments of three kinds', () => {
  assert.deepEqual(
    served(
      { 'named.conf': `options { directory "/var/named"; }; # a\n// b\n/* c */\n${BIND}`, 'example.com.zone': ZONE },
      'configuration-syntax',
    ),
    [],
  );
});
