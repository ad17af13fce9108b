import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const KNOT = 'zone:\n  - domain: example.com\n    file: example.com.zone\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('CR LF in a zone of a Knot', () => {
  assert.deepEqual(served({ 'knot.conf': KNOT, 'example.com.zone': ZONE.replaceAll('\n', '\r\n') }, 'syntax-crlf'), [
    'example.com.zone:1:8 hint The lines end in CR LF, and Knot refuses such a file',
  ]);
});

test('LF there, and CR LF in a zone of a BIND', () => {
  assert.deepEqual(served({ 'knot.conf': KNOT, 'example.com.zone': ZONE }, 'syntax-crlf'), []);
  assert.deepEqual(
    served({ 'named.conf': BIND, 'example.com.zone': ZONE.replaceAll('\n', '\r\n') }, 'syntax-crlf'),
    [],
  );
});
