import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../../support/served.ts';

const ZONE = '$TTL 1h\n@ SOA ns.example.org. hostmaster.example.org. 1 1h 15m 1w 1h\n@ NS ns.example.org.\n';
const NSD = 'zone:\n    name: example.com\n    zonefile: example.com.zone\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('records behind an included file that sets the TTL', () => {
  assert.deepEqual(
    served(
      {
        'nsd.conf': NSD,
        'example.com.zone': `${ZONE}$INCLUDE hosts.inc\nwww TXT "a"\n`,
        'hosts.inc': '$TTL 300\nftp TXT "c"\n',
      },
      'portability-include-ttl',
    ),
    ['example.com.zone:4:10 hint The $TTL 300 of this file counts behind the $INCLUDE in BIND, but not in NSD'],
  );
});

test('a $TTL behind it, none in it, and a zone of a BIND', () => {
  assert.deepEqual(
    served(
      {
        'nsd.conf': NSD,
        'example.com.zone': `${ZONE}$INCLUDE hosts.inc\n$TTL 1h\nwww TXT "a"\n`,
        'hosts.inc': '$TTL 300\nftp TXT "c"\n',
      },
      'portability-include-ttl',
    ),
    [],
  );
  assert.deepEqual(
    served(
      { 'nsd.conf': NSD, 'example.com.zone': `${ZONE}$INCLUDE hosts.inc\nwww TXT "a"\n`, 'hosts.inc': 'ftp TXT "c"\n' },
      'portability-include-ttl',
    ),
    [],
  );
  assert.deepEqual(
    served(
      {
        'named.conf': BIND,
        'example.com.zone': `${ZONE}$INCLUDE hosts.inc\nwww TXT "a"\n`,
        'hosts.inc': '$TTL 300\nftp TXT "c"\n',
      },
      'portability-include-ttl',
    ),
    [],
  );
});
