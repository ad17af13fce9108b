import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instance } from '../../src/workspace/instance.ts';
import { compareInstances } from '../../src/workspace/instance-order.ts';
import { byPlace, ZoneRecord } from '../../src/workspace/zone-record.ts';
import { Bench } from '../support/dump.ts';

const FILES = new Map([
  ['example.com.zone', '$TTL 1\n$INCLUDE outer\n$TTL 3\n$INCLUDE part\nx A 192.0.2.1\n'],
  ['outer', '$TTL 1\n$INCLUDE part\n$TTL 2\n$INCLUDE part\n'],
  ['part', 'www A 192.0.2.10\n'],
]);

test('the instances of a file, and their records, are in the order of the lines that include it', () => {
  const zones = [
    { file: 'example.com.zone', origin: 'example.com.' },
    { file: 'part', origin: 'example.com.', view: 'b' },
    { file: 'part', origin: 'example.net.', view: 'b' },
  ];
  const { store, engine } = new Bench(FILES, zones);
  engine.step(() => false);
  const file = store.files.get('part');
  assert.ok(file);
  const recordOf = (instance: Instance): ZoneRecord => new ZoneRecord(store, instance.blocks[0]?.records[0] ?? -1);
  const ttls = file.instances.map((instance) => recordOf(instance).ttl);
  assert.equal(ttls.length, 5);
  for (let turn = 0; turn < 5; turn++) {
    file.instances.unshift(...file.instances.splice(turn));
    const sorted: Instance[] = [...file.instances].sort((a, b) => compareInstances(a, b, store.names));
    assert.deepEqual(
      sorted.slice(0, 3).map((instance) => recordOf(instance).ttl),
      [1, 2, 3],
    );
    assert.deepEqual(
      sorted.slice(3).map(({ apex }) => store.names.text(apex)),
      ['example.com.', 'example.net.'],
    );
    const inView: ZoneRecord[] = file.instances.filter(({ view }) => view.name === '').map(recordOf);
    assert.deepEqual(
      inView.sort(byPlace).map(({ ttl }) => ttl),
      [1, 2, 3],
    );
  }
});
