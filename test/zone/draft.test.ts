import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasOwnBit, typeBit } from '../../src/zone/draft.ts';

test('no two of the types that most names have share a bit', () => {
  const own = Array.from({ length: 65_536 }, (_, type) => type).filter(hasOwnBit);
  assert.equal(new Set(own.map(typeBit)).size, own.length);
  assert.ok(own.length > 20);
});
