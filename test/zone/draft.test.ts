import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_MX,
  TYPE_NS,
  TYPE_PTR,
  TYPE_SOA,
  TYPE_TXT,
  TYPE_ZONEMD,
} from '../../src/dns/type-codes.ts';
import { bitsOfTypes, hasOwnBit, typeBit } from '../../src/zone/draft.ts';
import { SIGNING_TYPES } from '../../src/zone/signing.ts';

test('no two of the types that most names have share a bit', () => {
  const own = Array.from({ length: 65_536 }, (_, type) => type).filter(hasOwnBit);
  assert.equal(new Set(own.map(typeBit)).size, own.length);
  assert.ok(own.length > 20);
});

test('what rules on keys ask a zone for shares no bit with what zones without keys have', () => {
  const plain = [TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_MX, TYPE_NS, TYPE_PTR, TYPE_SOA, TYPE_TXT];
  assert.equal(bitsOfTypes(plain) & bitsOfTypes([...SIGNING_TYPES, TYPE_ZONEMD]), 0);
});
