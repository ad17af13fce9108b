import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newZoneText } from '../../src/edits/new-zone-text.ts';
import { check } from '../support/check.ts';

const now = Date.UTC(2023, 10, 14) / 1000;

test('a new zone of which nothing is known has servers to be filled in, and no findings', () => {
  for (const name of ['example.com', '2.0.192.in-addr.arpa', '8.b.d.0.1.0.0.2.ip6.arpa']) {
    const text = newZoneText(undefined, { name, now });
    assert.match(text, /^; To be filled in: the name servers and their addresses\n\$TTL\s+3600\n@\s+IN\s+SOA\s+ns1\./);
    check(`\n;- ${name}.zone\n${text}`, { wholeZones: true });
  }
});
