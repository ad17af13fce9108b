import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLabel, holdsOctet } from '../../src/dns/label-octets.ts';
import { NameTable, ROOT } from '../../src/dns/name-table.ts';

test('a label is known, and what stands in it', () => {
  const names = new NameTable();
  const name = names.childText(names.childText(ROOT, 'host'), '_TCP');
  for (const label of ['_tcp', '_tc', '_tcpp', '_udp', ''])
    assert.equal(hasLabel(names, name, label), label === '_tcp', label);
  assert.ok(holdsOctet(names, name, 95) && holdsOctet(names, name, 112));
  assert.ok(!holdsOctet(names, name, 84) && !holdsOctet(names, name, 104));
  assert.ok(hasLabel(names, ROOT, '') && !holdsOctet(names, ROOT, 0));
});
