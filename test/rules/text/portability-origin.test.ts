import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const NSD = 'zone:\n    name: example.com\n    zonefile: example.com.zone\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('a relative one in a zone of an NSD', () => {
  assert.deepEqual(
    served({ 'nsd.conf': NSD, 'example.com.zone': `${ZONE}$ORIGIN sub\nmail TXT "b"\n` }, 'portability-origin'),
    ['example.com.zone:4:9 hint $ORIGIN "sub" is relative, which is refused by NSD'],
  );
});

test('an absolute one, and a relative one in a zone of a BIND', () => {
  assert.deepEqual(
    served(
      { 'nsd.conf': NSD, 'example.com.zone': `${ZONE}$ORIGIN sub.example.com.\nmail TXT "b"\n` },
      'portability-origin',
    ),
    [],
  );
  assert.deepEqual(
    served({ 'named.conf': BIND, 'example.com.zone': `${ZONE}$ORIGIN sub\nmail TXT "b"\n` }, 'portability-origin'),
    [],
  );
});
