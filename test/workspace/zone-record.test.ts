import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Block } from '../../src/text/block.ts';
import { sourceOfText } from '../../src/text/source.ts';
import type { ScannedBlock } from '../../src/workspace/scanned-block.ts';
import { ZoneRecord } from '../../src/workspace/zone-record.ts';
import { tokensOf } from '../../src/zone/row-words.ts';
import { Bench } from '../support/dump.ts';

const TEXT = `$TTL 3600
@ SOA ns1 h ( 1 2
 3 4 5 )
@ NS ns1
ns1 A 192.0.2.53
text IN TXT "a b" c ; d
 60 TXT "e"
$GENERATE 1-2 host$ A 192.0.2.$
`;

test('the words of the rdata alone are those among all words, also of generated records', () => {
  const bench = new Bench(new Map([['zone', TEXT]]), [{ file: 'zone', origin: 'example.com.' }]);
  bench.run();
  const { store } = bench;
  const seen: string[] = [];
  for (let id = 0; id < store.records.limit; id++) {
    const alone = new ZoneRecord(store, id).rdata();
    assert.deepEqual(alone, new ZoneRecord(store, id).words().rdata);
    seen.push(alone.map(({ text }) => text).join(' '));
  }
  assert.deepEqual(seen, ['ns1 h 1 2 3 4 5', 'ns1', '192.0.2.53', 'a b c', 'e', '192.0.2.$', '192.0.2.$']);
});

test('the rows of a block are the same whichever of them was asked for before', () => {
  const bench = new Bench(new Map([['zone', TEXT]]), [{ file: 'zone', origin: 'example.com.' }]);
  bench.run();
  const { store } = bench;
  const [block] = [...store.files.values()].flatMap(({ document }) => document.blocks);
  assert.ok(block);
  const words = ({ tape, ...scanned }: ScannedBlock, row: number): string[] =>
    tokensOf({ tape, ...scanned }, tape.rowToken[row] ?? 0, row).map(({ text }) => text);
  const other = new Block(sourceOfText('@ NS ns2\n'), 0, 9, 1);
  const rows = [0, 1, 2, 3, 4, 5, 6];
  const expected = rows.map((row) => words(store.scanBlock(block), row));
  for (const first of rows)
    for (const second of rows) {
      store.scanBlock(other);
      assert.deepEqual(words(store.scanRow(block, first), first), expected[first]);
      assert.deepEqual(words(store.scanRow(block, second), second), expected[second]);
      store.scanRow(other, 0);
      store.scanRow(block, first);
      assert.equal(store.scanBlock(block).tape.rowCount, rows.length);
    }
});

test('the records at a name stand in the order of the text, whatever came first', () => {
  const bench = new Bench(new Map([['zone', TEXT]]), [{ file: 'zone', origin: 'example.com.' }]);
  bench.run();
  const [view] = bench.store.views.values();
  assert.ok(view);
  const { held } = bench.engine.context(view);
  const name = bench.store.names.childText(view.zones.keys().next().value ?? -1, 'text');
  const lines = held.recordsAt(name).map((record) => record.rdata()[0]?.text);
  assert.deepEqual(lines, ['a b', 'e']);
  assert.equal(held.recordsAt(name)[0], held.recordsAt(name)[0]);
});
