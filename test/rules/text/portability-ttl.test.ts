import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const NSD = 'zone:\n    name: example.com\n    zonefile: example.com.zone\n';
const KNOT = 'zone:\n  - domain: example.com\n    file: example.com.zone\n';

test('several units in a zone of an NSD, in the SOA too', () => {
  assert.deepEqual(
    served(
      { 'nsd.conf': NSD, 'example.com.zone': `${ZONE.replace('15m', '1h30m')}www 1d12h TXT "a"\n` },
      'portability-ttl',
    ),
    [
      'example.com.zone:2:52 hint "1h30m" is refused by NSD: write the seconds',
      'example.com.zone:4:5 hint "1d12h" is refused by NSD: write the seconds',
    ],
  );
});

test('one unit, and several in a zone of a Knot', () => {
  assert.deepEqual(served({ 'nsd.conf': NSD, 'example.com.zone': `${ZONE}www 36h TXT "a"\n` }, 'portability-ttl'), []);
  assert.deepEqual(
    served({ 'knot.conf': KNOT, 'example.com.zone': `${ZONE}www 1d12h TXT "a"\n` }, 'portability-ttl'),
    [],
  );
});
