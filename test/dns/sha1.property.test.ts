import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha1 } from '@noble/hashes/legacy.js';
import fc from 'fast-check';
import { Sha1 } from '../../src/dns/sha1.ts';

test('hashes are those of SHA-1, one after the other in the same room', () => {
  const hash = new Sha1();
  const into = new Uint8Array(20);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(8), (bytes, more) => {
      hash.digest(Uint8Array.of(...bytes, ...new Uint8Array(more).fill(7)), bytes.length, into);
      assert.deepEqual(into, sha1(bytes));
    }),
    { numRuns: 2000, seed: 1 },
  );
});
