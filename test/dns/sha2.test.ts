import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256, sha384, sha512 } from '../../src/dns/sha2.ts';

test('the digests are those of Node, around the ends of blocks too', () => {
  for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 300]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 255);
    assert.equal(Buffer.from(sha256(bytes)).toString('hex'), createHash('sha256').update(bytes).digest('hex'));
    assert.equal(Buffer.from(sha384(bytes)).toString('hex'), createHash('sha384').update(bytes).digest('hex'));
    assert.equal(Buffer.from(sha512(bytes)).toString('hex'), createHash('sha512').update(bytes).digest('hex'));
  }
});
