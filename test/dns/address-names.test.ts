import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AddressNames } from '../../src/dns/address-names.ts';
import { NameTable } from '../../src/dns/name-table.ts';

const address = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.integer({ min: 0, max: 64 }).map((n) => 0xc0000200 + n),
  fc.integer({ min: 0, max: 40 }).map((n) => n * 0x01000000),
  fc.integer({ min: 0, max: 3000 }).map((n) => (0x0a000000 + n * 16) >>> 0),
);

test('each address has the name that was put last, others have none', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 3000 }), fc.array(address), fc.nat(5000), (known, others, room) => {
      const names = new AddressNames();
      const expected = new Map<number, number>();
      known.forEach((one, i) => {
        if (i === known.length >> 1) names.reserve(room);
        names.put(one, i);
        expected.set(one, i);
      });
      for (const one of [...known, ...others]) assert.equal(names.get(one), expected.get(one) ?? -1);
    }),
  );
});

test('an address is known by its number and by its labels, and other spellings are other names', () => {
  const names = new NameTable();
  const { reverse } = names;
  const network = names.parent(reverse.ip4Key(0xc0000201));
  assert.equal(names.text(network), '2.0.192.in-addr.arpa.');
  assert.equal(names.address4(0xc0000264), -1);
  assert.equal(names.findChild(network, '100'), -1);
  const name = names.childText(network, '100');
  assert.equal(names.address4(0xc0000264), name);
  assert.equal(names.findChild(network, '100'), name);
  assert.equal(reverse.ip4Key(0xc0000264), name);
  for (const label of ['0100', '256', '1000', '0x1', '-1', '00', '*', '1a']) {
    assert.equal(names.findChild(network, label), -1);
    const other = names.childText(network, label);
    assert.equal(names.findChild(network, label), other);
    assert.ok(!names.isAddress(other));
  }
  assert.equal(names.text(reverse.ip4Key(0xffffffff)), '255.255.255.255.in-addr.arpa.');
  assert.equal(names.ip4Of(reverse.ip4Key(0xffffffff)), 0xffffffff);
});

test('an address keeps its name however many come, in whatever order', () => {
  const names = new NameTable();
  const { reverse } = names;
  const known = Array.from(
    { length: 40_000 },
    (_, i) => (0x0a000000 + ((i * 7919) % 5000) * 16 + Math.floor(i / 5000)) >>> 0,
  );
  const ids = known.map((address) => reverse.ip4Key(address));
  const words = (i: number): Uint32Array => Uint32Array.of(0x20010db8, (i * 7919) % 5000, 0, Math.floor(i / 5000));
  const ids6 = known.map((_, i) => reverse.ip6Key(words(i)));
  assert.equal(new Set(ids).size, known.length);
  assert.equal(new Set(ids6).size, known.length);
  known.forEach((address, i) => {
    assert.equal(reverse.ip4Key(address), ids[i]);
    assert.equal(reverse.ip6Key(words(i)), ids6[i]);
  });
});
