import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type NameId, NameTable, ROOT } from '../../src/dns/name-table.ts';

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

test('the children of a name are found, however many there are and whatever comes between them', () => {
  for (const others of [0, 1, 2]) {
    const names = new NameTable();
    const parent = names.childText(ROOT, 'example');
    assert.equal(names.findChild(parent, 'ns1'), -1);
    const labels = ['ns1', 'ns2', 'ns3', '_tcp', 'Ns9'];
    const ids = labels.map((label, i) => {
      for (let other = 0; other < others; other++) names.childText(ROOT, `other${i}${other}`);
      return names.childText(parent, label);
    });
    const { count } = names;
    assert.equal(new Set(ids).size, labels.length);
    for (const [i, label] of labels.entries()) {
      assert.equal(names.childText(parent, label.toUpperCase()), ids[i]);
      assert.equal(names.findChild(parent, label), ids[i]);
      assert.equal(names.text(ids[i] ?? -1), `${label.toLowerCase()}.example.`);
    }
    for (const label of ['ns', 'ns4', 'as1', 'ns12']) assert.equal(names.findChild(parent, label), -1);
    assert.equal(names.count, count);
  }
});

test('names are the same ones whenever they are asked for, in any order and case', () => {
  const label = fc.oneof(
    fc.constantFrom('a', 'B', 'ns1', 'NS1', 'ns2', '*', '_tcp', '1', '10', 'in-addr'),
    fc.stringMatching(/^h[0-9]{1,3}$/),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), label), { maxLength: 2000 }), (steps) => {
      const names = new NameTable();
      const known = new Map([['.', ROOT]]);
      for (const [at, text] of steps) {
        const parents = [...known.values()].slice(0, 12);
        const parent = parents[at % parents.length] as NameId;
        const expected = `${text.toLowerCase()}.${names.text(parent)}`.replace(/\.\.$/, '.');
        assert.equal(names.findChild(parent, text), known.get(expected) ?? -1);
        const name = names.childText(parent, text);
        assert.equal(name, known.get(expected) ?? name);
        known.set(expected, name);
      }
      for (const [text, name] of known) assert.equal(names.text(name), text);
      assert.equal(new Set(known.values()).size, known.size);
    }),
    { numRuns: 50 },
  );
});

test('a name that is too long is no child, and leaves room for a first one', () => {
  const names = new NameTable();
  let name = names.childText(ROOT, 'a'.repeat(63));
  for (const length of [63, 63, 59]) name = names.childText(name, 'b'.repeat(length));
  assert.equal(names.wireLength(name), 253);
  assert.equal(names.childText(name, 'too'), -1);
  const short = names.childText(name, 'c');
  assert.equal(names.findChild(name, 'c'), short);
  assert.equal(names.findChild(name, 'd'), -1);
});

test('an "@" in a label is noted', () => {
  const names = new NameTable();
  names.childText(ROOT, 'a_b');
  assert.equal(names.hasAtSign, false);
  const name = names.childText(ROOT, 'a@b');
  assert.equal(names.hasAtSign, true);
  assert.equal(names.isHostName(name), false);
  assert.equal(names.text(name), 'a\\@b.');
});

test('the names below a nibble are found in any case, whichever of them came first', () => {
  const names = new NameTable();
  const parent = names.childText(names.ip6Arpa, 'A');
  const labels = ['f', '0', '*', 'ff', '9', 'a', '-'];
  assert.equal(names.findChild(parent, 'f'), -1);
  const ids = labels.map((label) => names.childText(parent, label));
  const { count } = names;
  assert.equal(new Set(ids).size, labels.length);
  for (const [i, label] of labels.entries()) {
    assert.equal(names.childText(parent, label.toUpperCase()), ids[i]);
    assert.equal(names.findChild(parent, label), ids[i]);
    assert.equal(names.text(ids[i] ?? -1), `${label}.a.ip6.arpa.`);
  }
  assert.equal(names.findChild(parent, 'b'), -1);
  assert.equal(names.count, count);
  assert.equal(names.arpaKind(ids[0] ?? -1), names.arpaKind(parent) + 1);
  assert.equal(names.arpaKind(ids[3] ?? -1), 0);
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

test('the step from one name to the next', () => {
  const names = new NameTable();
  const parent = names.childText(ROOT, 'example');
  const step = (from: string, to: string): number =>
    names.numberStep(names.childText(parent, from), names.childText(parent, to));
  assert.equal(step('host9', 'host10'), 1);
  assert.equal(step('a-007-b', 'a-010-b'), 3);
  assert.equal(step('a1b5', 'a1b3'), -2);
  assert.equal(step('same', 'same'), 0);
  for (const [from, to] of [
    ['a1b', 'a2c'],
    ['a', 'b'],
    ['host', 'host1'],
    ['1a1', '2a2'],
  ] as const)
    assert.ok(Number.isNaN(step(from, to)), `${from} ${to}`);
  assert.ok(Number.isNaN(names.numberStep(names.childText(parent, 'a1'), names.childText(ROOT, 'a2'))));
});

test('the table knows whether a wildcard or a localhost is among its names', () => {
  const names = new NameTable();
  for (const label of ['localhosts', 'local-host', '**', 'x', 'lokalhost']) names.childText(ROOT, label);
  assert.deepEqual([names.hasWildcard, names.hasLocalhost], [false, false]);
  names.childText(names.childText(ROOT, 'x'), '*');
  names.childText(names.childText(ROOT, 'x'), 'LocalHost');
  assert.deepEqual([names.hasWildcard, names.hasLocalhost], [true, true]);
});
