import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NameTable, ROOT } from '../../src/dns/name-table.ts';

test('a name is found again wherever the table had to grow', () => {
  const names = new NameTable();
  const ids = new Map<string, number>();
  for (let i = 0; i < 5000; i++) ids.set(`host${i}`, names.childText(ROOT, `host${i}`));
  const count = names.count;
  for (const [label, id] of ids) {
    assert.equal(names.childText(ROOT, label), id);
    assert.equal(names.findChild(ROOT, label.toUpperCase()), id);
  }
  assert.equal(names.count, count);
});

test('looking for a name does not make it', () => {
  const names = new NameTable();
  const count = names.count;
  assert.equal(names.findChild(names.inAddrArpa, '192'), -1);
  assert.equal(names.count, count);
});

test('names as bytes, and as host names', () => {
  const names = new NameTable();
  const bytes = new Uint8Array(256);
  const host = names.childText(names.childText(ROOT, 'example'), 'Mail-1');
  assert.equal(String.fromCharCode(...bytes.subarray(0, names.writeText(host, bytes))), 'mail-1.example');
  assert.equal(names.isHostName(host), true);
  assert.equal(names.isHostName(names.childText(host, 'a_b')), false);
  assert.equal(names.isHostName(names.childText(host, '-a')), false);
  assert.equal(names.isHostName(ROOT), false);
});
