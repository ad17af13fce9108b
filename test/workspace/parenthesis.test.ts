import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench } from '../support/dump.ts';

const ZONE = [{ file: 'example.com', origin: 'example.com.' }];
const HEAD = '$TTL 1h\n@\tIN SOA ns1 hostmaster (\n\t\t1 ; serial\n\t\t1d 2h\n\t\t4w 1h ; minimum';
const REST = '\n\tIN NS ns1\n\tNS ns2.example.net.\nns1\tA 192.0.2.53\n\tTXT ( "a"\n\t\t"b" )\n\tMX ( 10\n\tmx )\n';

test('a parenthesis that nobody closes ends before a line that takes its owner from above', () => {
  const bench = new Bench(new Map([['example.com', HEAD + REST]]), ZONE);
  bench.run();
  const faults = bench.store.blocks.flatMap((block) => block.faults);
  assert.deepEqual(
    faults.map(({ rule }) => rule),
    ['syntax-parenthesis'],
  );
  const [fix] = faults[0]?.fixes ?? [];
  assert.ok(fix);
  const text = HEAD + REST;
  const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  assert.equal(mended, `${HEAD.replace(' ; minimum', ' ) ; minimum')}${REST}`);
  const closed = new Bench(new Map([['example.com', mended]]), ZONE);
  closed.run();
  assert.equal(closed.store.blocks.flatMap((block) => block.faults).length, 0);
  assert.equal(bench.store.records.count, closed.store.records.count);
});
