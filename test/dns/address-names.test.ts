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
