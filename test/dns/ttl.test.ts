import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTtl, ttlText } from '../../src/dns/ttl.ts';

test('a TTL is a number, or numbers with units in any order, repeats added', () => {
  for (const [text, seconds] of [
    ['0', 0],
    ['3600', 3600],
    ['1h', 3600],
    ['1H30M', 5400],
    ['30m1h', 5400],
    ['1h1h', 7200],
    ['2w', 1209600],
    ['0h30', 30],
    ['2147483647', 2147483647],
  ] as const) {
    assert.deepEqual(parseTtl(text), { seconds, overflow: false }, text);
  }
});

test('over 2^31 - 1 a TTL counts as 0, over 32 bits it is none', () => {
  assert.deepEqual(parseTtl('2147483648'), { seconds: 0, overflow: true });
  assert.deepEqual(parseTtl('4294967295'), { seconds: 0, overflow: true });
  assert.deepEqual(parseTtl('4000w'), { seconds: 0, overflow: true });
  for (const text of ['4294967296', '8000w', '99999999999999999999', '9'.repeat(70)])
    assert.equal(parseTtl(text), undefined, text);
});

test('what is no TTL', () => {
  for (const text of ['', '1y', '-1', '+1', '1h30', 'h', '1 h', '1.5h', 'A', '1hh'])
    assert.equal(parseTtl(text), undefined, text);
});

test('a TTL is written with its units', () => {
  assert.equal(ttlText(0), '0');
  assert.equal(ttlText(5400), '1h30m');
  assert.equal(ttlText(604801), '1w1s');
});
