import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ZoneBaselines } from '../../src/edits/baseline.ts';
import { isSamePrint, RecordPrints } from '../../src/edits/record-print.ts';
import { DECLARED } from '../../src/project/claim.ts';
import { TextLines } from '../../src/report/text-lines.ts';
import { finished } from '../../src/text/finished.ts';
import { sourceOfText } from '../../src/text/source.ts';
import type { Instance } from '../../src/workspace/instance.ts';
import { Store } from '../../src/workspace/store.ts';

const RUNS = Number(process.env.RUNS ?? 150);
const PATH = 'example.com.zone';

const line = fc.constantFrom(
  '$TTL 60\n',
  '$TTL 1h\n',
  '$ORIGIN sub\n',
  '$ORIGIN example.com.\n',
  'www A 192.0.2.1\n',
  ' A 192.0.2.2\n',
  ' 60 TXT "a b"\n',
  'mail 300 MX 10 www\n',
  'www RRSIG A 13 3 60 20300101000000 20200101000000 1 example.com. AAAA\n',
  'x TXT ( "a"\n',
  ' "b" )\n',
  '@ SOA ns1 hostmaster 8 1h 1h 1w 1h\n',
  '$GENERATE 1-3 h$ A 192.0.2.$\n',
  '; nothing\n',
  '; \u00e9\n',
  '"\n',
  '\n',
);
const few = fc.array(line, { maxLength: 5 }).map((lines) => lines.join(''));
const zone = fc
  .tuple(few, fc.nat({ max: 500 }), few, fc.nat({ max: 500 }), few)
  .map(([head, count, middle, other, tail]) => {
    const hosts = (from: number, to: number) =>
      Array.from({ length: to }, (_, i) => `n${from + i} 60 A 192.0.2.${i % 250}\n`).join('');
    return `$TTL 300\n@ SOA ns1 hostmaster 7 1h 1h 1w 1h\n${head}${hosts(0, count)}${middle}${hosts(count, other)}${tail}`;
  });
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 }), fc.nat({ max: 9000 })),
  insert: fc.oneof(fc.constantFrom('', 'x', '1', '\n', ' ', '(', ')', '"'), few),
});

test('a zone is compared with what it was as if both were read anew', () => {
  fc.assert(
    fc.property(zone, fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (past, edits, isShared) => {
      let now = past;
      const store = new Store();
      const held = mounted(store, past);
      const baselines = new ZoneBaselines(store);
      const saved = held.file.source ?? sourceOfText(past);
      baselines.put(PATH, isShared ? saved : sourceOfText(past));
      for (const { at, remove, insert } of edits) {
        const start = Math.floor(at * now.length);
        const end = Math.min(start + remove, now.length);
        store.edit(PATH, [{ range: new TextLines(now).range({ start, end }), text: insert }]);
        store.step(() => false);
        now = now.slice(0, start) + insert + now.slice(end);
        assert.ok(held.zone);
        assert.deepEqual(finished(baselines.compare(held.zone)), compared(past, now), now);
      }
    }),
    { numRuns: RUNS },
  );
});

test('a record that went on far behind what an edit made differ', () => {
  const rest = Array.from({ length: 700 }, (_, i) => `; ${i}\n`).join('');
  const head = '$TTL 300\n@ SOA ns1 hostmaster 7 1h 1h 1w 1h\nx TXT ( "a"';
  const [past, now] = ['', ' )'].map((end) => `${head}${end}\n${rest} "b" )\n`) as [string, string];
  const store = new Store();
  const { zone: held } = mounted(store, past);
  const baselines = new ZoneBaselines(store);
  baselines.put(PATH, sourceOfText(past));
  const at = { line: 2, character: 11 };
  store.edit(PATH, [{ range: { start: at, end: at }, text: ' )' }]);
  store.step(() => false);
  assert.ok(held);
  assert.deepEqual(finished(baselines.compare(held)), compared(past, now));
  assert.equal(finished(baselines.compare(held))?.recordsEqual, false);
});

test('a blank line at the end that is a block of its own', () => {
  // Behind 128 rows a block begins.
  const hosts = Array.from({ length: 126 }, (_, i) => `n${i} 60 A 192.0.2.${i}\n`).join('');
  for (const comment of ['', ';', '; ', ';  ']) {
    const text = `$TTL 300\n@ SOA ns1 hostmaster 7 1h 1h 1w 1h${comment}\n${hosts}\n`;
    const store = new Store();
    const { zone: held, file } = mounted(store, text);
    assert.deepEqual(
      file.document.blocks.map((block) => block.length),
      [text.length - 1, 1],
    );
    const baselines = new ZoneBaselines(store);
    baselines.put(PATH, sourceOfText(text));
    assert.ok(held);
    assert.deepEqual(finished(baselines.compare(held)), { serial: 7, recordsEqual: true, signaturesEqual: true });
    // What another program wrote to the file is held against the blocks in the same way.
    store.setFile(PATH, sourceOfText(text.replace('300', '600')));
    store.step(() => false);
    assert.equal(file.document.text, text.replace('300', '600'));
  }
});

test('of a large zone no more is read than what an edit made differ', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `n${i} 60 A 192.0.2.${i % 250}\n`);
  const past = `$TTL 300\n@ SOA ns1 hostmaster 7 1h 1h 1w 1h\n${lines.join('')}`;
  for (const isShared of [true, false]) {
    const store = new Store();
    const held = mounted(store, past);
    const baselines = new ZoneBaselines(store);
    baselines.put(PATH, isShared ? held.file.source : sourceOfText(past));
    const digit = (line: number) => ({ line, character: line === 1 ? 23 : 2, text: '0' });
    // What is put between two blocks is a block, and among neighbours is the last line of one: the next begins below another owner.
    const block = { line: 128 * 200, character: 0, text: lines.slice(0, 128).join('') };
    const neighbours = Array.from({ length: 130 }, (_, i) => digit(30_000 + i));
    for (const { text, ...place } of [block, digit(40_000), digit(1), digit(20_000), ...neighbours]) {
      store.edit(PATH, [{ range: { start: place, end: place }, text }]);
      store.step(() => false);
      assert.ok(held.zone);
      const steps = baselines.compare(held.zone);
      let count = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) count++;
      assert.deepEqual(step.value, { serial: 7, recordsEqual: false, signaturesEqual: true });
      // Looking at all blocks takes 25 of them, reading all a hundred more.
      assert.ok(count < 50, `${count} steps`);
    }
  }
});

test('of many edits far from each other no two are read without a place to stop', () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `n${i} 60 A 192.0.2.${i % 250}\n`);
  const past = `$TTL 300\n@ SOA ns1 hostmaster 7 1h 1h 1w 1h\n${lines.join('')}`;
  const store = new Store();
  const held = mounted(store, past);
  const baselines = new ZoneBaselines(store);
  baselines.put(PATH, sourceOfText(past));
  const EDITS = 100;
  for (let edit = 1; edit <= EDITS; edit++) {
    const at = { line: edit * 390, character: 2 };
    store.edit(PATH, [{ range: { start: at, end: at }, text: '0' }]);
  }
  store.step(() => false);
  assert.ok(held.zone);
  let count = 0;
  for (const _ of baselines.compare(held.zone)) count++;
  assert.ok(count >= EDITS, `${count} steps`);
});

function mounted(store: Store, text: string): Instance {
  store.setFile(PATH, sourceOfText(text));
  const apex = store.names.childText(store.names.childText(0, 'com'), 'example');
  const instance = store.mount(PATH, { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  assert.ok(instance);
  store.step(() => false);
  return instance;
}

/** The same by two fresh readings. */
function compared(past: string, now: string): unknown {
  const store = new Store();
  const one = mounted(store, now);
  const other = new Store(store.names);
  const before = mounted(other, past);
  const prints = new RecordPrints();
  const [a, b] = [finished(prints.of(store, one)), finished(prints.of(other, before))];
  const serial = /SOA ns1 hostmaster (\d+)/.exec(past)?.[1];
  return { serial: Number(serial), recordsEqual: isSamePrint(a, b), signaturesEqual: a.signatures === b.signatures };
}
