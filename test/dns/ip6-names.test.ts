import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Ip6Names } from '../../src/dns/ip6-names.ts';
import { NameTable, NO_NAME } from '../../src/dns/name-table.ts';

const few = fc.integer({ min: 0, max: 3 });
/** Addresses that often share networks, and some that share nothing. */
const address = fc.oneof(
  fc.tuple(few, few, few, fc.integer({ min: 0, max: 600 })).map((words) => Uint32Array.from(words)),
  fc.integer({ min: 0, max: 3000 }).map((n) => Uint32Array.of(0x20010db8, n, 0, 1)),
  fc.uint32Array({ minLength: 4, maxLength: 4 }),
);

const labelsOf = (words: Uint32Array): string[] =>
  [...words].flatMap((word) => [...word.toString(16).padStart(8, '0')]);

test('each address has the name that it was given, others have none', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 2000 }), fc.array(address), (known, others) => {
      const names = new Ip6Names();
      const expected = new Map<string, number>();
      for (const words of known) {
        if (names.get(words) >= 0) continue;
        expected.set(String(words), expected.size);
        names.put(words, expected.size - 1);
      }
      const network = new Int32Array(256);
      for (const words of [...known, ...others]) {
        assert.equal(names.get(words), expected.get(String(words)) ?? -1);
        names.readNetwork(words, network);
        for (let i = 0; i < 256; i++) {
          const other = Uint32Array.of(words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, ((words[3] ?? 0) & ~255) + i);
          assert.equal(network[i], expected.get(String(other)) ?? -1);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('an address is one name, whether its number or its labels come first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(address, fc.constantFrom('number', 'labels', 'parent')), { maxLength: 60 }),
      (steps) => {
        const names = new NameTable();
        const { reverse, ip6Arpa } = names;
        const known = new Map<string, number>();
        for (const [words, how] of steps) {
          const labels = labelsOf(words);
          assert.equal(names.findBelow(ip6Arpa, labels), known.get(String(words)) ?? NO_NAME);
          const name =
            how === 'labels'
              ? labels.reduce((node, label) => names.childText(node, label), ip6Arpa)
              : reverse.ip6Key(words);
          if (how === 'parent') assert.ok(names.isBelowOrAt(names.parent(name), ip6Arpa));
          assert.equal(known.get(String(words)) ?? name, name);
          known.set(String(words), name);
          assert.ok(names.isAddress(name));
          assert.deepEqual(reverse.ip6Of(name), words);
          assert.equal(names.depth(name), 34);
          assert.equal(names.wireLength(name), 74);
          assert.equal(names.labelText(name), labels.at(-1));
        }
        assert.equal(new Set(known.values()).size, known.size);
        const count = names.count;
        for (const name of known.values())
          for (const other of known.values()) assert.equal(names.isBelowOrAt(name, other), name === other);
        for (const name of known.values())
          assert.ok(names.isBelowOrAt(name, names.arpa) && !names.isBelowOrAt(name, names.inAddrArpa));
        assert.equal(names.count, count, 'names were made for an answer');
        for (const name of known.values()) {
          assert.equal(names.text(name), `${labelsOf(reverse.ip6Of(name)).reverse().join('.')}.ip6.arpa.`);
          for (let node: number = name; node !== ip6Arpa; node = names.parent(node)) {
            assert.ok(names.isBelowOrAt(name, node));
            assert.ok(node === name || names.parent(node) < node);
            for (const other of known.values())
              assert.equal(names.isBelowOrAt(other, node), names.text(other).endsWith(names.text(node)));
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('names above an address are made when they are asked for', () => {
  const names = new NameTable();
  const before = names.count;
  const address = names.reverse.keyOf('2001:db8::1');
  assert.equal(names.count, before + 1);
  const below = names.childText(address, 'www');
  assert.ok(names.count > before + 30);
  assert.ok(below > names.parent(address));
  assert.ok(names.isBelowOrAt(below, names.parent(address)));
  assert.equal(names.text(below), `www.${names.text(address)}`);
});
