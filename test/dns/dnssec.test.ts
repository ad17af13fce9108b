import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareCanonical } from '../../src/dns/canonical-order.ts';
import { keyLengthFault, keyTag } from '../../src/dns/dnssec.ts';
import { NameHasher } from '../../src/dns/hashed-name.ts';
import { type NameId, NameTable } from '../../src/dns/name-table.ts';
import { decodeBase64, isBinaryFault } from '../../src/syntax/rdata/binary.ts';

function nameOf(names: NameTable, text: string): NameId {
  let node: NameId = 0;
  for (const label of text.split('.').reverse()) if (label !== '') node = names.childText(node, label);
  return node;
}

test('hashes of names are those of RFC 5155 appendix A', () => {
  const names = new NameTable();
  const apex = nameOf(names, 'example');
  const hasher = new NameHasher(names, { iterations: 12, salt: Uint8Array.of(0xaa, 0xbb, 0xcc, 0xdd) });
  for (const [name, hash] of [
    ['example', '0p9mhaveqvm6t7vbl5lop2u3t2rp3tom'],
    ['a.example', '35mthgpgcu1qg68fab165klnsnk3dpvl'],
    ['ns1.example', '2t7b4g4vsa5smi47k61mv5bv1a22bojr'],
    ['x.y.w.example', '2vptu5timamqttgl4luu9kg21e0aor3s'],
  ] as const) {
    const owner = names.childText(apex, hash);
    assert.equal(hasher.hashedOwner(nameOf(names, name), apex), owner, name);
  }
  assert.equal(hasher.hashedOwner(nameOf(names, 'other.example'), apex), -1);
});

test('names stand in the order of RFC 4034 section 6.1', () => {
  const names = new NameTable();
  const order = [
    'example',
    'a.example',
    'yljkjljk.a.example',
    'z.a.example',
    'zabc.a.example',
    'z.example',
    '*.z.example',
  ];
  const ids = order.map((name) => nameOf(names, name));
  const sorted = [...ids].reverse().sort((a, b) => compareCanonical(names, a, b));
  assert.deepEqual(sorted, ids);
});

const KEY =
  'AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==';

test('the tag of a key is that of RFC 4034 section 5.4', () => {
  const data = decodeBase64(KEY);
  assert.ok(!isBinaryFault(data));
  const key = { flags: 256, protocol: 3, algorithm: 5, key: data.bytes };
  assert.equal(keyTag(key), 60_485);
  assert.equal(keyLengthFault(key), undefined);
  assert.match(keyLengthFault({ ...key, key: data.bytes.slice(0, 40) }) ?? '', /modulus of 30\d bits/);
});
